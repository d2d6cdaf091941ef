/**
 * Formulas keep the result that Excel computed last. When a cell changes that a formula may depend on, the copy asks
 * Excel to compute everything on opening; otherwise an old result would stand there as if it were right.
 */
import { isInside, type CellArea } from '../../shared/domain/sheet-cells.ts';
import { cellOfA1 } from '../../shared/domain/cell-address.ts';
import { areasOf } from './formula-references.ts';
import type { ChangedCell } from './loaded-file.ts';
import type { PackageEdits } from './package-edits.ts';
import type { XlsxPackage } from './xlsx-package.ts';
import { unescapeControls } from './shared-strings.ts';
import { xmlScanner } from './xml-scanner.ts';

/** True when some formula of the workbook may use one of the changed cells. In doubt: true. */
export function needsComputing(
  edits: PackageEdits,
  pack: XlsxPackage,
  sheets: readonly { readonly cells: readonly ChangedCell[] }[],
): boolean {
  const changed = sheets.flatMap(({ cells }) => cells);
  return pack.sheets.some(({ path }) => {
    const text = edits.text(path) ?? '';
    return /<(?:\w+:)?f[\s>]/.test(text) && someFormula(text, (areas) => touches(areas, changed));
  });
}

function touches(areas: readonly CellArea[] | null, changed: readonly ChangedCell[]): boolean {
  if (areas === null) return true;
  return areas.some((area) => changed.some((cell) => isInside(area, cell)));
}

function someFormula(text: string, test: (areas: readonly CellArea[] | null) => boolean): boolean {
  const tag = xmlScanner(text);
  while (tag.next()) {
    if (tag.name !== 'f' || tag.isClose || tag.isEmpty) continue;
    const areas = areasOf(unescapeControls(tag.textAfter()));
    if (test(areas && stretched(areas, tag.attribute('ref')))) return true;
  }
  return false;
}

/** A shared formula reads other cells in each cell that shares it: its areas reach as far as the sharing does. */
function stretched(areas: readonly CellArea[], ref: string | undefined): readonly CellArea[] {
  const [from = '', to = from] = ref?.split(':') ?? [];
  const start = cellOfA1(from);
  const end = cellOfA1(to);
  if (!start || !end) return areas;
  const rows = end.row - start.row;
  const columns = end.column - start.column;
  return areas.map(({ top, left, bottom, right }) => ({
    top: top - rows,
    left: left - columns,
    bottom: bottom + rows,
    right: right + columns,
  }));
}

/** Elements of a workbook part that stand before calcPr, the nearest first (ECMA-376, 18.2.27). */
const BEFORE = ['definedNames', 'externalReferences', 'functionGroups', 'sheets'];

/** The workbook part with the wish to compute everything on opening. */
export function withFullComputing(text: string): string {
  const tag = xmlScanner(text);
  let place = { rank: BEFORE.length, at: 0, prefix: '' };
  while (tag.next()) {
    const { name, from, to } = tag;
    if (name === 'calcPr' && !tag.isClose) {
      const open = text.slice(from, to).replace(/\sfullCalcOnLoad\s*=\s*("[^"]*"|'[^']*')/, '');
      return text.slice(0, from) + open.replace(/^<[^\s/>]+/, '$& fullCalcOnLoad="1"') + text.slice(to);
    }
    const rank = BEFORE.indexOf(name);
    if (rank < 0 || rank > place.rank || (!tag.isClose && !tag.isEmpty)) continue;
    place = { rank, at: to, prefix: text.slice(from + (tag.isClose ? 2 : 1), text.indexOf(name, from)) };
  }
  if (place.at === 0) return text;
  return `${text.slice(0, place.at)}<${place.prefix}calcPr fullCalcOnLoad="1"/>${text.slice(place.at)}`;
}
