import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef } from 'react';
import { a1, columnLetters } from '../../../shared/domain/cell-address.ts';
import type { SheetView } from '../../file/sheet-view.ts';
import { useTexts } from '../language.tsx';
import { useSession, useSessionState } from '../session-access.tsx';
import { CellEditor } from './cell-editor.tsx';
import { cellId } from './grid-cell.tsx';
import { anchorOf } from './grid-keys.ts';
import { GridRow } from './grid-row.tsx';
import { sheetMarks } from './sheet-marks.ts';
import { HEADER_HEIGHT, ROW_HEADER_WIDTH, sheetSizes, span } from './sheet-sizes.ts';
import { useGridInput } from './use-grid-input.ts';
import type { Line } from './use-grid-window.ts';
import { useGridWindow } from './use-grid-window.ts';
import { whenBack } from './when-back.ts';

const useStyles = makeStyles({
  grid: {
    flex: 1,
    minHeight: 0,
    overflow: 'auto',
    position: 'relative',
    backgroundColor: tokens.colorNeutralBackground4,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    // Where the sheet covers the grid, only its active cell can show that the keyboard is here.
    '&:focus-visible [aria-selected="true"]': { outlineWidth: '4px', outlineOffset: '-4px' },
  },
  letters: {
    position: 'sticky',
    top: 0,
    zIndex: 4,
    height: `${HEADER_HEIGHT}px`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  corner: {
    position: 'sticky',
    left: 0,
    zIndex: 1,
    width: `${ROW_HEADER_WIDTH}px`,
    height: '100%',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  letter: {
    position: 'absolute',
    top: 0,
    height: '100%',
    boxSizing: 'border-box',
    textAlign: 'center',
    fontSize: tokens.fontSizeBase200,
    lineHeight: `${HEADER_HEIGHT}px`,
    color: tokens.colorNeutralForeground2,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  frozen: {
    position: 'sticky',
    top: `${HEADER_HEIGHT}px`,
    zIndex: 3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    boxSizing: 'border-box',
  },
  body: { position: 'relative' },
});

const NO_FINDINGS: readonly never[] = [];

/** One sheet as a grid. Only what is in sight is drawn, so that 50,000 rows scroll as easily as 50. */
export function SheetGrid({ view }: { readonly view: SheetView }) {
  const { t } = useTexts();
  const styles = useStyles();
  const session = useSession();
  const { isTextFile } = session.workbook;
  const scroller = useRef<HTMLDivElement>(null);
  const selected = useSessionState((state) => state.selected);
  const findings = useSessionState((state) =>
    state.remembered.marksShown ? (state.run?.open ?? NO_FINDINGS) : NO_FINDINGS,
  );
  const remarks = useSessionState((state) => (state.remembered.marksShown ? state.remarks : NO_FINDINGS));
  const sizes = useMemo(() => sheetSizes(view, isTextFile), [view, isTextFile]);
  const marks = useMemo(() => sheetMarks(findings, remarks, view.name), [findings, remarks, view.name]);
  const active = anchorOf(selected?.sheet === view.name ? selected : { row: 1, column: 0 }, sizes);
  const drawn = useGridWindow(view, sizes, active, scroller);
  const { showPlace } = drawn;
  useEffect(() => {
    const show = (): void => showPlace(active.row, active.column);
    show();
    return scroller.current ? whenBack(scroller.current, show) : undefined;
  }, [showPlace, active.row, active.column]);
  const input = useGridInput({ view, sizes, active, session, grid: scroller });

  const row = (line: Line) => (
    <GridRow
      key={line.index}
      view={view}
      sizes={sizes}
      line={line}
      columns={drawn.columns}
      marks={marks.get(line.index)}
      activeColumn={line.index === active.row ? active.column : null}
      width={drawn.width}
    />
  );
  const editor =
    input.typing === null ? null : (
      <CellEditor
        cell={a1(active.row, active.column)}
        initial={input.typing}
        style={{
          left: drawn.columns.find(({ index }) => index === active.column)?.start ?? 0,
          top: [...drawn.rows, ...drawn.frozenRows].find(({ index }) => index === active.row)?.start ?? 0,
          width: sizes.width(active.column),
          height: Math.max(sizes.height(active.row), span(active.row, active.row, sizes.height)),
        }}
        onEnd={input.endEdit}
      />
    );
  const isFrozenActive = drawn.frozenRows.some(({ index }) => index === active.row);
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      className={styles.grid}
      aria-label={t('grid.name', { sheet: view.name })}
      aria-description={t('grid.hint')}
      aria-rowcount={sizes.rowCount}
      aria-colcount={sizes.columnCount}
      aria-activedescendant={cellId(active.row, active.column)}
      onKeyDown={input.onKeyDown}
      onMouseDown={input.onMouseDown}
      onDoubleClick={input.startEdit}
    >
      <div aria-hidden className={styles.letters} style={{ width: drawn.width }}>
        <div className={styles.corner} />
        {drawn.columns.map(({ index, start }) => (
          <div key={index} className={styles.letter} style={{ left: start, width: sizes.width(index) }}>
            {columnLetters(index)}
          </div>
        ))}
      </div>
      {drawn.frozenRows.length > 0 ? (
        <div role="rowgroup" className={styles.frozen} style={{ height: drawn.frozenHeight, width: drawn.width }}>
          {drawn.frozenRows.map(row)}
          {isFrozenActive ? editor : null}
        </div>
      ) : null}
      <div role="rowgroup" className={styles.body} style={{ height: drawn.bodyHeight, width: drawn.width }}>
        {drawn.rows.map(row)}
        {isFrozenActive ? null : editor}
      </div>
    </div>
  );
}
