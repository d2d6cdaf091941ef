import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { a1 } from '../../../shared/domain/cell-address.ts';
import type { PlannedRow } from '../../engine/sync-contract.ts';
import { fieldTitle } from '../findings/finding-place.ts';
import { useTexts } from '../language.tsx';
import { SmallLink } from '../parts/small-link.tsx';
import { useSession } from '../session-access.tsx';
import { useShownValue } from './shown-value.ts';
import { useSendingTexts } from './use-sending-texts.ts';

const SHOWN = 100;

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
  fields: { margin: 0, paddingLeft: tokens.spacingHorizontalM, listStyleType: 'none' },
  summary: { cursor: 'pointer' },
});

interface PlannedRowsProps {
  readonly rows: readonly PlannedRow[];
  readonly what: PlannedRow['what'];
  readonly count: number;
}

/** The rows of one kind of change, closed until somebody looks: what each is called, and field by field what changes. */
export function PlannedRows({ rows, what, count }: PlannedRowsProps) {
  const s = useSendingTexts();
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  const own = rows.filter((row) => row.what === what).slice(0, SHOWN);
  if (count === 0) return null;
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>{s(what, { count })}</summary>
      {isOpen ? <RowList rows={own} what={what} /> : null}
      {isOpen && count > own.length ? <Text>{s('more', { count: count - own.length })}</Text> : null}
    </details>
  );
}

function RowList({ rows, what }: Pick<PlannedRowsProps, 'rows' | 'what'>) {
  const s = useSendingTexts();
  const { language } = useTexts();
  const styles = useStyles();
  const session = useSession();
  const shownValue = useShownValue();
  return (
    <ul className={styles.list}>
      {rows.map(({ rowId, kind, title, cell, fields }) => (
        <li key={rowId}>
          <Text weight="semibold">{title ?? s('row')}</Text>{' '}
          {cell ? <SmallLink onClick={() => void session.goTo(cell)}>{a1(cell.row, cell.column)}</SmallLink> : null}
          <ul className={styles.fields}>
            {fields.map(({ field, before, after }) => (
              <li key={field}>
                {fieldTitle(field, language, kind)}:{' '}
                {what === 'changed'
                  ? s('was', { before: shownValue(before, field), after: shownValue(after, field) })
                  : shownValue(what === 'added' ? after : before, field)}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
