import { Button, Field, makeStyles, Select, Subtitle2, Text, tokens } from '@fluentui/react-components';
import type { TableKind } from '../../../shared/domain/fields.ts';
import type { SheetAccount } from '../../../shared/reading/reading.ts';
import { useTexts } from '../language.tsx';
import { useSession, useSessionState } from '../session-access.tsx';
import { TableReading } from './table-reading.tsx';

const KINDS = [
  'families',
  'visits',
  'members',
  'measures',
  'specialists',
  'summary',
  'none',
] as const satisfies readonly (TableKind | 'none')[];

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
      {sheet.visibility === 'visible' ? (
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
          <MarkHeader sheet={sheet.sheet} kind={kind} />
        </>
      ) : null}
      {sheet.tables.map((table) => (
        <TableReading key={table.firstRow} sheet={sheet.sheet} table={table} />
      ))}
    </section>
  );
}

/** «Не та таблица?»: the row of the selected cell becomes the heading. */
function MarkHeader({ sheet, kind }: { readonly sheet: string; readonly kind: TableKind | 'none' }) {
  const { t } = useTexts();
  const styles = useStyles();
  const session = useSession();
  const selected = useSessionState((state) => state.selected);
  const row = selected?.sheet === sheet ? selected.row : null;
  const mark = (): void => {
    if (row === null) return;
    const correction = { sheet, headerRows: [row], fields: {} };
    void session.correctMapping(kind === 'none' ? { ...correction, kind: 'families' } : correction);
  };
  return (
    <div>
      <Text block size={200} className={styles.quiet}>
        {t('reading.mark-header.how')}
      </Text>
      <Button size="small" disabled={row === null} onClick={mark}>
        {t('reading.mark-header', { row: row ?? '—' })}
      </Button>
    </div>
  );
}
