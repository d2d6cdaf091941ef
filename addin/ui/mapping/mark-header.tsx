import { Button, Field, Input, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { TableKind } from '../../../shared/domain/fields.ts';
import { MOST_HEADER_ROWS } from '../../engine/mapping-corrections.ts';
import { useTexts } from '../language.tsx';
import { useSession, useSessionState } from '../session-access.tsx';

export const TABLE_KINDS = [
  'families',
  'visits',
  'members',
  'measures',
  'specialists',
  'summary',
] as const satisfies readonly TableKind[];

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  apply: { justifySelf: 'start' },
  rows: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalS,
    alignItems: 'end',
  },
  control: { minWidth: 0, width: '100%' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface MarkHeaderProps {
  readonly sheet: string;
  /** What the table was taken for; null when none was found. */
  readonly kind: TableKind | null;
}

/** The rows from a first to a last one; null when these are no rows of a heading. */
function headerRows(first: string, last: string): readonly number[] | null {
  const [from, to] = [Number(first), Number(last)];
  const areRows = /^\d+$/.test(first.trim()) && /^\d+$/.test(last.trim()) && from >= 1 && from <= to;
  if (!areRows || to - from >= MOST_HEADER_ROWS) return null;
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** «Не та таблица?»: the rows that are selected on the sheet, or typed here, become the heading. */
export function MarkHeader({ sheet, kind: found }: MarkHeaderProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const session = useSession();
  const selected = useSessionState((state) => state.selected);
  const selectedLastRow = useSessionState((state) => state.selectedLastRow);
  const [typed, setTyped] = useState<{ readonly first?: string; readonly last?: string }>({});
  const [kind, setKind] = useState<TableKind>(found ?? 'families');
  // Where no table was found the way is open at once.
  const [isOpen, setIsOpen] = useState(found === null);
  const [isTried, setIsTried] = useState(false);
  const row = selected?.sheet === sheet ? String(selected.row) : '';
  const lastRow = selected?.sheet === sheet && selectedLastRow !== null ? String(selectedLastRow) : row;
  const first = typed.first ?? row;
  const last = typed.last ?? (typed.first === undefined ? lastRow : typed.first);
  const rows = headerRows(first, last);
  if (!isOpen) {
    return (
      <div>
        <Button size="small" onClick={() => setIsOpen(true)}>
          {t('reading.header.title')}
        </Button>
      </div>
    );
  }
  const apply = (): void => {
    setIsTried(true);
    if (!rows) return;
    setTyped({});
    setIsTried(false);
    void session.correctMapping({ sheet, kind, headerRows: rows, fields: {} });
  };
  return (
    <div className={styles.form} role="group" aria-label={t('reading.header.title')}>
      <Text size={200} className={styles.quiet}>
        {t('reading.header.how')}
      </Text>
      <div className={styles.rows}>
        <Field label={t('reading.header.first')}>
          <Input
            className={styles.control}
            size="small"
            inputMode="numeric"
            value={first}
            onChange={(_event, { value }) => setTyped({ ...typed, first: value })}
          />
        </Field>
        <Field label={t('reading.header.last')}>
          <Input
            className={styles.control}
            size="small"
            inputMode="numeric"
            value={last}
            onChange={(_event, { value }) => setTyped({ ...typed, last: value })}
          />
        </Field>
      </div>
      <Field label={t('reading.header.kind')}>
        <Select
          className={styles.control}
          size="small"
          value={kind}
          onChange={(_event, { value }) => setKind(TABLE_KINDS.find((one) => one === value) ?? kind)}
        >
          {TABLE_KINDS.map((one) => (
            <option key={one} value={one}>
              {t(`reading.kind.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field {...(isTried && !rows ? { validationMessage: t('reading.header.fault') } : {})}>
        <Button size="small" className={styles.apply} onClick={apply}>
          {t('reading.header.apply')}
        </Button>
      </Field>
    </div>
  );
}
