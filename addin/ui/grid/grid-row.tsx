import { makeStyles, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import type { Severity } from '../../../shared/domain/finding.ts';
import type { SheetView } from '../../file/sheet-view.ts';
import { GridCell } from './grid-cell.tsx';
import type { SheetSizes } from './sheet-sizes.ts';
import { ROW_HEADER_WIDTH, span } from './sheet-sizes.ts';
import type { Line } from './use-grid-window.ts';

/** Marks of one row by column. */
export type RowMarks = ReadonlyMap<number, Severity>;

const useStyles = makeStyles({
  row: { position: 'absolute', top: 0, left: 0 },
  header: {
    position: 'sticky',
    left: 0,
    zIndex: 2,
    boxSizing: 'border-box',
    height: '100%',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
  },
});

interface GridRowProps {
  readonly view: SheetView;
  readonly sizes: SheetSizes;
  readonly line: Line;
  readonly columns: readonly Line[];
  readonly marks: RowMarks | undefined;
  /** Column of the active cell when it is in this row. */
  readonly activeColumn: number | null;
  readonly width: number;
}

function Row({ view, sizes, line, columns, marks, activeColumn, width }: GridRowProps) {
  const styles = useStyles();
  const row = line.index;
  const height = sizes.height(row);
  return (
    <div
      role="row"
      aria-rowindex={row}
      className={styles.row}
      style={{ transform: `translateY(${line.start}px)`, height, width }}
    >
      {height > 0 ? (
        <div aria-hidden className={styles.header} style={{ width: ROW_HEADER_WIDTH }}>
          {row}
        </div>
      ) : null}
      {columns.map(({ index: column, start }) => {
        const area = sizes.mergeAt(row, column);
        if (area && (area.top !== row || area.left !== column)) return null;
        return (
          <GridCell
            key={column}
            view={view}
            sizes={sizes}
            row={row}
            column={column}
            left={start}
            width={area ? span(area.left, Math.min(area.right, sizes.columnCount), sizes.width) : sizes.width(column)}
            height={area ? span(area.top, Math.min(area.bottom, sizes.rowCount), sizes.height) : height}
            mark={marks?.get(column)}
            isActive={activeColumn === column}
          />
        );
      })}
    </div>
  );
}

function isSame(one: GridRowProps, other: GridRowProps): boolean {
  return (
    one.view === other.view &&
    one.sizes === other.sizes &&
    one.line.index === other.line.index &&
    one.line.start === other.line.start &&
    one.columns === other.columns &&
    one.marks === other.marks &&
    one.activeColumn === other.activeColumn &&
    one.width === other.width
  );
}

export const GridRow = memo(Row, isSame);
