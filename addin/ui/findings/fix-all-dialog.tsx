import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  mergeClasses,
  Text,
  tokens,
} from '@fluentui/react-components';
import { a1, sheetA1 } from '../../../shared/domain/cell-address.ts';
import type { Finding, Fix } from '../../../shared/domain/finding.ts';
import { mendable } from '../../engine/fix-findings.ts';
import { useTexts } from '../language.tsx';
import { useSession } from '../session-access.tsx';

/** Corrections shown one by one; of more, the number. */
const SHOWN = 100;

const useStyles = makeStyles({
  table: {
    width: '100%',
    marginTop: tokens.spacingVerticalS,
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
  },
  cell: {
    textAlign: 'start',
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
  },
  narrow: { width: '4.7em' },
});

interface FixAllDialogProps {
  readonly findings: readonly Finding[];
  readonly onApply: () => void;
  readonly onClose: () => void;
}

/** A date or a number kept as text looks the same when it is mended: then the kind is what changes. */
function looksSame(value: string, fix: Fix): boolean {
  return fix.kind !== 'text' && value === fix.display;
}

/** What will be written, cell by cell, before anything is. */
export default function FixAllDialog({ findings, onApply, onClose }: FixAllDialogProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const session = useSession();
  const fixes = mendable(findings);
  const isOneSheet = new Set(fixes.map(({ cell }) => cell.sheet)).size === 1;
  const apply = (): void => {
    onApply();
    void session.fix(findings);
    onClose();
  };
  return (
    <Dialog open onOpenChange={(_event, { open }) => (open ? undefined : onClose())}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('fix-all.title', { count: fixes.length })}</DialogTitle>
          <DialogContent>
            <Text block>{t('fix-all.lead')}</Text>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col" className={mergeClasses(styles.cell, isOneSheet && styles.narrow)}>
                    {t('fix-all.cell')}
                  </th>
                  <th scope="col" className={styles.cell}>
                    {t('fix-all.before')}
                  </th>
                  <th scope="col" className={styles.cell}>
                    {t('fix-all.after')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {fixes.slice(0, SHOWN).map(({ cell, value, fix }) => (
                  <tr key={sheetA1(cell)}>
                    <td className={styles.cell}>
                      {isOneSheet ? a1(cell.row, cell.column) : `${cell.sheet}, ${a1(cell.row, cell.column)}`}
                    </td>
                    <td className={styles.cell}>{looksSame(value, fix) ? t('fix-all.text', { value }) : value}</td>
                    <td className={styles.cell}>
                      {looksSame(value, fix) ? t(`fix-all.${fix.kind}`, { value }) : fix.display}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            {fixes.length > SHOWN ? <Text>{t('fix-all.more', { count: fixes.length - SHOWN })}</Text> : null}
          </DialogContent>
          <DialogActions fluid>
            <Button appearance="primary" onClick={apply}>
              {t('fix-all.apply', { count: fixes.length })}
            </Button>
            <Button onClick={onClose}>{t('app.cancel')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
