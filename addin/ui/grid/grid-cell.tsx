import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { CSSProperties } from 'react';
import { a1 } from '../../../shared/domain/cell-address.ts';
import type { Severity } from '../../../shared/domain/finding.ts';
import type { CellLook, SheetView } from '../../file/sheet-view.ts';
import { useTexts } from '../language.tsx';
import { CornerMark } from './corner-mark.tsx';
import type { SheetSizes } from './sheet-sizes.ts';

/** The sheet is paper: white with dark ink in every theme, as in Excel, because the workbook's own colours expect it. */
const PAPER = '#ffffff';
const INK = '#1a1a1a';

/** Free space at both sides of a cell's text, in pixels. */
const EDGES = 8;

/** A shorter text fits in any case, in pixels a letter. */
const NARROW_LETTER = 6;

const useStyles = makeStyles({
  cell: {
    position: 'absolute',
    top: 0,
    boxSizing: 'border-box',
    display: 'flex',
    padding: '0 4px',
    overflow: 'hidden',
    fontFamily: "Calibri, Carlito, 'Segoe UI', sans-serif",
    fontSize: '13px',
    lineHeight: '17px',
    whiteSpace: 'nowrap',
    cursor: 'cell',
    userSelect: 'none',
    borderRight: '1px solid #d6d6d6',
    borderBottom: '1px solid #d6d6d6',
  },
  error: { boxShadow: 'inset 0 0 0 2px #c50f1f' },
  warning: { boxShadow: 'inset 0 0 0 2px #b5651d' },
  note: { boxShadow: 'inset 0 0 0 2px #616161' },
  active: { outline: '2px solid #0f6cbd', outlineOffset: '-2px', zIndex: 1 },
  text: { flex: 1, minWidth: 0, overflow: 'hidden' },
  // Over its neighbours, which stay where they are for the mouse.
  beyond: { overflow: 'visible', zIndex: 1 },
  textBeyond: { flex: 'none', backgroundColor: 'inherit', pointerEvents: 'none' },
  wrapped: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

interface GridCellProps {
  readonly view: SheetView;
  readonly sizes: SheetSizes;
  readonly row: number;
  readonly column: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
  readonly mark: Severity | undefined;
  readonly isActive: boolean;
}

export function cellId(row: number, column: number): string {
  return `cell-${a1(row, column)}`;
}

export function GridCell({ view, sizes, row, column, left, width, height, mark, isActive }: GridCellProps) {
  const { t } = useTexts();
  const styles = useStyles();
  if (width === 0 || height === 0) return null;
  const text = view.text(row, column);
  const look = view.look(row, column);
  const room = roomBeside(view, sizes, { row, column });
  const name = [a1(row, column), text, mark ? t(`grid.cell.${mark}`) : ''].filter((part) => part !== '').join(', ');
  return (
    <div
      id={cellId(row, column)}
      role="gridcell"
      aria-colindex={column + 1}
      aria-selected={isActive}
      aria-label={name}
      data-row={row}
      data-column={column}
      className={mergeClasses(styles.cell, room > 0 && styles.beyond, mark && styles[mark], isActive && styles.active)}
      style={{
        left,
        width,
        height,
        ...paint(look, typeof view.value(row, column) === 'number'),
      }}
    >
      <span
        className={mergeClasses(styles.text, look?.wraps && styles.wrapped, room > 0 && styles.textBeyond)}
        style={room > 0 ? { maxWidth: width + room - EDGES } : undefined}
      >
        {text}
      </span>
      {mark ? <CornerMark severity={mark} /> : null}
    </div>
  );
}

/** Text that does not fit runs on over empty cells to its right, as in Excel. */
function roomBeside(view: SheetView, sizes: SheetSizes, { row, column }: { row: number; column: number }): number {
  const text = view.value(row, column);
  if (typeof text !== 'string' || text.length * NARROW_LETTER < sizes.width(column)) return 0;
  const look = view.look(row, column);
  if (look?.wraps || (look?.horizontal ?? 'left') !== 'left' || sizes.mergeAt(row, column)) return 0;
  let room = 0;
  for (let next = column + 1; next < Math.min(sizes.columnCount, column + 16); next += 1) {
    if (view.value(row, next) !== null || view.look(row, next)?.fill || sizes.mergeAt(row, next)) break;
    room += sizes.width(next);
  }
  return room;
}

const ALIGN = { top: 'flex-start', center: 'center', bottom: 'flex-end' } as const;

function paint(look: CellLook | null, isNumber: boolean): CSSProperties {
  const horizontal = look?.horizontal ?? (isNumber ? 'right' : 'left');
  return {
    backgroundColor: look?.fill ? `#${look.fill}` : PAPER,
    color: look?.textColour ? `#${look.textColour}` : INK,
    fontWeight: look?.isBold ? 600 : 400,
    fontStyle: look?.isItalic ? 'italic' : 'normal',
    textAlign: horizontal === 'center' ? 'center' : horizontal === 'right' ? 'right' : 'left',
    alignItems: look?.vertical === 'top' ? ALIGN.top : look?.vertical === 'center' ? ALIGN.center : ALIGN.bottom,
  };
}
