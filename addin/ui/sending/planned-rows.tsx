import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { PlannedRow, SendPlan } from '../../engine/sync-contract.ts';
import { fieldTitle } from '../findings/finding-place.ts';
import { useTexts } from '../language.tsx';
import { CellLink } from '../parts/cell-link.tsx';
import { LaterDetails } from '../parts/later-details.tsx';
import { useShownValue } from './shown-value.ts';
import { useSendingTexts } from './use-sending-texts.ts';

const SHOWN = 100;

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
  fields: { margin: 0, paddingLeft: tokens.spacingHorizontalM, listStyleType: 'none' },
});

interface PlannedRowsProps {
  readonly plan: Pick<SendPlan, 'preview' | 'leavesAsKey' | 'leavesSealed'>;
  readonly what: PlannedRow['what'];
  readonly count: number;
}

/** The rows of one kind of change, closed until somebody looks: what each is called, and field by field what changes. */
export function PlannedRows({ plan, what, count }: PlannedRowsProps) {
  const s = useSendingTexts();
  const own = plan.preview.filter((row) => row.what === what).slice(0, SHOWN);
  if (count === 0) return null;
  return (
    <LaterDetails summary={s(what, { count })}>
      <RowList rows={own} plan={plan} what={what} />
      {count > own.length ? <Text>{s('more', { count: count - own.length })}</Text> : null}
    </LaterDetails>
  );
}

type RowListProps = Pick<PlannedRowsProps, 'plan' | 'what'> & { readonly rows: readonly PlannedRow[] };

function RowList({ rows, plan, what }: RowListProps) {
  const s = useSendingTexts();
  const { language } = useTexts();
  const styles = useStyles();
  const shownValue = useShownValue();
  /** A name that only its owner sees here must not look as if it left. */
  const disguise = ({ kind }: PlannedRow, field: string): string => {
    if (what === 'removed') return '';
    if (plan.leavesSealed[kind]?.includes(field)) return ` → ${s('leaves-sealed')}`;
    return plan.leavesAsKey[kind]?.includes(field) ? ` → ${s('leaves-as-key')}` : '';
  };
  return (
    <ul className={styles.list}>
      {rows.map((row) => (
        <li key={row.rowId}>
          <Text weight="semibold">{row.title ?? s('row')}</Text> {row.cell ? <CellLink cell={row.cell} /> : null}
          <ul className={styles.fields}>
            {row.fields.map(({ field, before, after }) => (
              <li key={field}>
                {fieldTitle(field, language, row.kind)}:{' '}
                {what === 'changed'
                  ? s('was', { before: shownValue(before, field), after: shownValue(after, field) })
                  : shownValue(what === 'added' ? after : before, field)}
                {disguise(row, field)}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
