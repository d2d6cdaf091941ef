/**
 * The consolidated table for roles that may see figures and no rows: families only (children, visits and curators of a
 * small group would tell of it), small groups hidden with what they would follow from, and nothing that opens a figure.
 * One region should publish one cut of one period to such roles: tables that can be subtracted are not held together.
 */
import type { ConsolidatedRow, ConsolidatedTable } from './consolidated.ts';
import type { Measure } from './figures.ts';
import { hideSmall, type Relation } from './hide-small.ts';

/** Null: hidden. */
export type ShownFigure = number | null;

export interface ShownRow {
  readonly group: string | null | undefined;
  readonly figures: Readonly<Record<ShownMeasure, ShownFigure>>;
  readonly levels: readonly { readonly level: string | null; readonly figure: ShownFigure }[];
}

export interface ShownTable {
  readonly rows: readonly ShownRow[];
  readonly total: ShownRow;
}

const SHOWN_MEASURES = ['start', 'in', 'out', 'positive', 'end'] as const satisfies readonly Measure[];
export type ShownMeasure = (typeof SHOWN_MEASURES)[number];

/**
 * The families of a table by district or level, with small groups hidden. Curators are single persons and categories
 * overlap (their rows do not add up, so nothing would protect them): both are refused.
 */
export function hideConsolidated({ cut, rows, total }: ConsolidatedTable, k: number): ShownTable {
  if (cut !== 'district' && cut !== 'level') throw new RangeError(`No figures by ${cut} without the rows behind them.`);
  const all = [...rows, total];
  const numbers = new Map<string, number>(
    all.flatMap((row, index) => rowNumbers(row).map(([name, n]) => [`${index}/${name}`, n] as const)),
  );
  const relations = [...all.flatMap(rowRelations), ...totalRelations(rows, total)];
  const hidden = hideSmall(numbers, relations, k);
  const shown = (row: ConsolidatedRow, index: number): ShownRow => {
    const figure = (name: string): ShownFigure => {
      const id = `${index}/${name}`;
      return hidden.has(id) ? null : (numbers.get(id) ?? null);
    };
    const figures = Object.fromEntries(SHOWN_MEASURES.map((name) => [name, figure(name)])) as ShownRow['figures'];
    return {
      group: row.group,
      figures,
      levels: row.levels.map(({ level }) => ({ level, figure: figure(levelName(level)) })),
    };
  };
  return { rows: rows.map(shown), total: shown(total, rows.length) };
}

const levelName = (level: string | null): string => `level ${level ?? ''}`;

/** `other`, removed for other reasons, is in no table, but two figures tell it. */
function rowNumbers({ cells, levels }: ConsolidatedRow): readonly (readonly [string, number])[] {
  return [
    ...SHOWN_MEASURES.map((measure) => [measure, cells[measure].value] as const),
    ['other', cells.out.value - cells.positive.value],
    ...levels.map(({ level, cell }) => [levelName(level), cell.value] as const),
  ];
}

/** Within a row. Where the balance does not hold it gives nothing away. */
function rowRelations({ cells, levels }: ConsolidatedRow, index: number): readonly Relation[] {
  const own = (name: string): string => `${index}/${name}`;
  const balance = { whole: own('end'), plus: [own('start'), own('in')], minus: [own('out')] };
  return [
    { whole: own('out'), plus: [own('positive'), own('other')] },
    { whole: own('end'), plus: levels.map(({ level }) => own(levelName(level))) },
    ...(cells.imbalance.value === 0 ? [balance] : []),
  ];
}

/** Between the rows and the total; a level that a row does not show is zero there. */
function totalRelations(rows: readonly ConsolidatedRow[], total: ConsolidatedRow): readonly Relation[] {
  const named = rows.map((row) => new Set(rowNumbers(row).map(([name]) => name)));
  return rowNumbers(total).map(([name]) => ({
    whole: `${rows.length}/${name}`,
    plus: rows.flatMap((_, index) => (named[index]?.has(name) ? [`${index}/${name}`] : [])),
  }));
}
