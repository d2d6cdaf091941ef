/** When the cell that holds the text of a shared formula is overwritten, the next cell of the group takes it over. */
import { a1 } from '../../shared/domain/cell-address.ts';
import { movedFormula } from './formula-references.ts';
import { areaAround } from './grid.ts';
import type { ChangedCell } from './loaded-file.ts';
import type { SharedFormula } from './sheet-places.ts';
import type { Patch } from './text-splice.ts';
import { escapeXml } from './xml-scanner.ts';

/** The replacements that keep every group of the sheet whole. */
export function movedMasters(
  formulas: readonly SharedFormula[],
  changes: readonly ChangedCell[],
  prefix: string,
): readonly Patch[] {
  if (formulas.length === 0) return [];
  const changed = new Set(changes.map(({ row, column }) => a1(row, column)));
  const isLost = ({ row, column }: SharedFormula): boolean => changed.has(a1(row, column));
  return groups(formulas).flatMap(([master, ...others]) => {
    const remaining = others.filter((formula) => !isLost(formula));
    const heir = remaining[0];
    if (!master?.text || !isLost(master) || !heir) return [];
    const text = movedFormula(master.text, heir.row - master.row, heir.column - master.column);
    const open = `<${prefix}f t="shared" ref="${boundsOf(remaining)}" si="${escapeXml(master.index)}">`;
    return [{ from: heir.from, to: heir.to, text: `${open}${escapeXml(text)}</${prefix}f>` }];
  });
}

/** Each text begins a group; cells that point at its number follow until the number gets another text. */
function groups(formulas: readonly SharedFormula[]): readonly (readonly SharedFormula[])[] {
  const all: SharedFormula[][] = [];
  const current = new Map<string, SharedFormula[]>();
  for (const formula of formulas) {
    const group = current.get(formula.index);
    if (formula.text === undefined && group) group.push(formula);
    else {
      const started = [formula];
      current.set(formula.index, started);
      all.push(started);
    }
  }
  return all;
}

function boundsOf(formulas: readonly SharedFormula[]): string {
  const { top, left, bottom, right } = areaAround(formulas);
  return `${a1(top, left)}:${a1(bottom, right)}`;
}
