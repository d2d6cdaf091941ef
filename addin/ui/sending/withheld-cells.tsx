import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { sheetA1 } from '../../../shared/domain/cell-address.ts';
import type { SendPlan } from '../../engine/sync-contract.ts';
import { useTexts } from '../language.tsx';
import { CellLink } from '../parts/cell-link.tsx';

const SHOWN = 20;

const useStyles = makeStyles({ cells: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS } });

/** Cells that look like personal data where none is expected: they stay in the workbook, and one can look at them. */
export function WithheldCells({ withheld }: Pick<SendPlan, 'withheld'>) {
  const { t } = useTexts();
  const styles = useStyles();
  return (
    <div>
      <Text>{t('sending.plan.withheld', { count: withheld.count })}</Text>
      <div className={styles.cells}>
        {withheld.first.slice(0, SHOWN).map(({ cell }) => (
          <CellLink key={sheetA1(cell)} cell={cell} />
        ))}
      </div>
    </div>
  );
}
