import { makeStyles, mergeClasses, TabList, Tab, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { FileWorkbook } from '../../file/file-workbook.ts';
import { Workbook } from '../grid/workbook.tsx';
import { useTexts } from '../language.tsx';
import { Pane } from '../pane/pane.tsx';
import { Mishap } from '../parts/mishap.tsx';
import { SheetTurnProvider, useSessionState } from '../session-access.tsx';
import { FileBar } from './file-bar.tsx';
import { FileNotices } from './file-notices.tsx';
import { useRegionKeys } from './use-region-keys.ts';

/** Below this width grid and pane take turns. */
const NARROW = '@media (max-width: 799px)';

const useStyles = makeStyles({
  frame: {
    display: 'grid',
    height: '100%',
    gridTemplateColumns: 'minmax(0, 1fr) 400px',
    gridTemplateRows: 'auto auto minmax(0, 1fr)',
    gridTemplateAreas: '"bar bar" "turn turn" "sheet pane"',
    [NARROW]: { gridTemplateColumns: 'minmax(0, 1fr)', gridTemplateAreas: '"bar" "turn" "place"' },
    '@media print': { display: 'block', height: 'auto' },
  },
  bar: { gridArea: 'bar', minWidth: 0, '@media print': { display: 'none' } },
  turn: { gridArea: 'turn', display: 'none', [NARROW]: { display: 'block' }, '@media print': { display: 'none' } },
  turns: { flexWrap: 'wrap' },
  sheet: {
    gridArea: 'sheet',
    minWidth: 0,
    minHeight: 0,
    [NARROW]: { gridArea: 'place' },
    '@media print': { display: 'none' },
  },
  pane: {
    gridArea: 'pane',
    minWidth: 0,
    minHeight: 0,
    boxShadow: `inset 1px 0 ${tokens.colorNeutralStroke2}`,
    [NARROW]: { gridArea: 'place' },
  },
  away: { [NARROW]: { display: 'none' } },
});

interface FileFrameProps {
  readonly workbook: FileWorkbook;
  readonly onClose: () => void;
}

/** The workbook as a grid on the left, the pane on the right; on a telephone they take turns. */
export default function FileFrame({ workbook, onClose }: FileFrameProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const [side, setSide] = useState<'sheet' | 'pane'>('pane');
  const sheet = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const isUnsaved = useSessionState((state) => state.hasUnsavedChanges);
  const showSheet = useCallback((): void => {
    setSide('sheet');
    // What was pressed is out of sight then, and the keys are to move about in the sheet.
    requestAnimationFrame(() => {
      if (pane.current?.offsetParent === null) sheet.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
    });
  }, []);
  useRegionKeys([sheet, pane]);
  useAskBeforeLeaving(isUnsaved);
  return (
    <div className={styles.frame}>
      <div className={styles.bar}>
        <FileBar workbook={workbook} onClose={onClose} />
        <FileNotices workbook={workbook} />
      </div>
      <div className={styles.turn}>
        <TabList
          size="small"
          className={styles.turns}
          aria-label={t('frame.turn')}
          selectedValue={side}
          onTabSelect={(_event, { value }) => setSide(value === 'sheet' ? 'sheet' : 'pane')}
        >
          <Tab value="pane">{t('frame.show-pane')}</Tab>
          <Tab value="sheet">{t('frame.show-sheet')}</Tab>
        </TabList>
      </div>
      <div ref={sheet} className={mergeClasses(styles.sheet, side !== 'sheet' && styles.away)}>
        <Mishap>
          <Workbook workbook={workbook} />
        </Mishap>
      </div>
      <div ref={pane} className={mergeClasses(styles.pane, side !== 'pane' && styles.away)}>
        <Mishap>
          <SheetTurnProvider value={showSheet}>
            <Pane />
          </SheetTurnProvider>
        </Mishap>
      </div>
    </div>
  );
}

/** The browser asks once, in its own words, before unsaved changes are lost. */
function useAskBeforeLeaving(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isUnsaved]);
}
