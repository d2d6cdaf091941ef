import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { a1 } from '../../../shared/domain/cell-address.ts';
import type { SendPlan } from '../../engine/sync-contract.ts';
import { useTexts } from '../language.tsx';
import { SmallLink } from '../parts/small-link.tsx';
import { useSession } from '../session-access.tsx';

const SHOWN = 20;

const useStyles = makeStyles({ cells: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS } });

/** Cells that look like personal data where none is expected: they stay in the workbook, and one can look at them. */
export function WithheldCells({ withheld }: Pick<SendPlan, 'withheld'>) {
  const { t } = useTexts();
  const styles = useStyles();
  const session = useSession();
  return (
    <div>
      <Text>{t('sending.plan.withheld', { count: withheld.count })}</Text>
      <div className={styles.cells}>
        {withheld.first.slice(0, SHOWN).map(({ cell }) => (
          <SmallLink key={`${cell.sheet}!${a1(cell.row, cell.column)}`} onClick={() => void session.goTo(cell)}>
            {a1(cell.row, cell.column)}
          </SmallLink>
        ))}
      </div>
    </div>
  );
}
