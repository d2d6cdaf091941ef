import { Button, Field, makeStyles, Select, Subtitle2, Text, tokens } from '@fluentui/react-components';
import type { SheetAccount } from '../../../shared/reading/reading.ts';
import { useTexts } from '../language.tsx';
import { useSession, useSessionState } from '../session-access.tsx';
import { MarkHeader, TABLE_KINDS } from './mark-header.tsx';
import { TableReading } from './table-reading.tsx';

const KINDS = [...TABLE_KINDS, 'none'] as const;

const useStyles = makeStyles({
  sheet: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** One sheet: what kind of table it is, and how its headings were read. Both can be put right by hand. */
export function SheetReading({ sheet }: { readonly sheet: SheetAccount }) {
  const { t } = useTexts();
  const styles = useStyles();
  const session = useSession();
  const kind = sheet.tables[0]?.kind ?? 'none';
  const isCorrected = useSessionState(({ remembered }) =>
    remembered.corrections.some((correction) => correction.sheet === sheet.sheet),
  );
  const choose = (value: string): void => {
    const chosen = KINDS.find((one) => one === value);
    if (chosen) void session.correctMapping({ sheet: sheet.sheet, kind: chosen, fields: {} });
  };
  return (
    <section className={styles.sheet}>
      <Subtitle2 as="h2">{t('reading.sheet', { sheet: sheet.sheet })}</Subtitle2>
      {sheet.leftOut === null ? null : (
        <Text className={styles.quiet}>{t('reading.left-out', { why: t(`check.no-table.${sheet.leftOut}`) })}</Text>
      )}
      {sheet.leftOut === 'hidden' ? null : (
        <>
          <Field label={t('reading.kind')}>
            <Select value={kind} onChange={(_event, { value }) => choose(value)}>
              {KINDS.map((one) => (
                <option key={one} value={one}>
                  {t(`reading.kind.${one}`)}
                </option>
              ))}
            </Select>
          </Field>
          <MarkHeader sheet={sheet.sheet} kind={sheet.tables[0]?.kind ?? null} />
          {isCorrected ? (
            <div>
              <Button size="small" onClick={() => void session.dropCorrection(sheet.sheet)}>
                {t('reading.as-found')}
              </Button>
            </div>
          ) : null}
        </>
      )}
      {sheet.tables.map((table) => (
        <TableReading key={table.firstRow} sheet={sheet.sheet} table={table} />
      ))}
    </section>
  );
}
