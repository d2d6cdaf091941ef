/**
 * Columns of marks: one column for each entry of a code list, and a «+» in the one that holds. «Уровень сопровождения»
 * over «адаптационный | базовый | кризисный», «Категория семьи» over «многодетная | неполная | СОП».
 */
import { fieldSpec } from '../domain/fields.ts';
import type { CodeListName, RecordKind } from '../domain/fields.ts';
import { matchHeading } from './heading-match.ts';
import { hasLetters, withoutBrackets } from './heading-normaliser.ts';
import { pathText } from './heading-path.ts';
import type { ColumnInput, MapOptions, MappedColumn } from './map-columns.ts';

/** Lists that forms print as columns, with the field the marks give. The earlier one wins where wordings are shared. */
const LISTS: readonly (readonly [CodeListName, string])[] = [
  ['levels', 'level'],
  ['categories', 'categories'],
  ['signs', 'signs'],
  ['helpKinds', 'helpKinds'],
  ['forms', 'form'],
];

/** A cell or two with something else is a mistake in the column, and becomes a finding. */
const MOST = 0.7;

/** The columns of marks in a table of families, by column. Other kinds have none. */
export function markedColumns(
  kind: RecordKind,
  columns: readonly ColumnInput[],
  options: MapOptions,
): ReadonlyMap<number, MappedColumn> {
  const found = new Map<number, MappedColumn>();
  if (kind !== 'families') return found;
  const free = columns.filter(
    ({ path, profile }) =>
      path.length > 0 &&
      (profile.size === 0 || profile.marks >= MOST) &&
      !Object.hasOwn(options.forced, pathText(path)),
  );
  for (const list of groupsOf(free).flatMap((group) => listsOf(group, options))) {
    for (const { column, path, code } of list.entries) {
      const field = list.field;
      found.set(column, { column, path, field, code, confidence: 0.9, candidates: [], corrected: false });
    }
  }
  return found;
}

/** Neighbours under one heading; at least one of them holds marks. */
function groupsOf(columns: readonly ColumnInput[]): readonly (readonly ColumnInput[])[] {
  const groups: ColumnInput[][] = [];
  for (const column of columns) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before && column.column - before.column === 1 && above(before) === above(column)) group.push(column);
    else groups.push([column]);
  }
  return groups.filter((group) => group.length > 1 && group.some(({ profile }) => profile.size > 0));
}

function above({ path }: ColumnInput): string {
  return path.slice(0, -1).join('\n');
}

interface MarkedList {
  readonly field: string;
  readonly entries: readonly { readonly column: number; readonly path: readonly string[]; readonly code: string }[];
}

/** The lists of a group: one that all of it belongs to, or those of its parts where several stand side by side. */
function listsOf(group: readonly ColumnInput[], options: MapOptions): readonly MarkedList[] {
  const whole = listOf(group, options);
  if (whole) return [whole];
  return LISTS.flatMap(([list]) => {
    const parts: ColumnInput[][] = [[]];
    for (const column of group) {
      if (codeOf(list, column, options) === null) parts.push([]);
      else parts.at(-1)?.push(column);
    }
    return parts.flatMap((part) => (part.length > 1 ? (listOf(part, options) ?? []) : []));
  });
}

function codeOf(list: CodeListName, { path }: ColumnInput, { book }: MapOptions): string | null {
  const leaf = path.at(-1) ?? '';
  if (!hasLetters(leaf)) return null;
  return book.decode(list, leaf).code ?? book.decode(list, withoutBrackets(leaf)).code;
}

/** The list whose entries the headings are, each another one. What stands above them may name the field. */
function listOf(group: readonly ColumnInput[], options: MapOptions): MarkedList | null {
  const parent = group[0]?.path.slice(0, -1) ?? [];
  const named = parent.length === 0 ? undefined : matchHeading(parent, 'families')[0]?.field;
  const lists = LISTS.toSorted(([, one], [, other]) => Number(other === named) - Number(one === named));
  for (const [list, field] of lists) {
    const entries = group.flatMap((one) => {
      const code = codeOf(list, one, options);
      return code === null ? [] : [{ column: one.column, path: one.path, code }];
    });
    const isEachOther = new Set(entries.map(({ code }) => code)).size === entries.length;
    const isMost = entries.length > 1 && (entries.length === group.length || named === field);
    if (isMost && isEachOther && fieldSpec('families', field)) return { field, entries };
  }
  return null;
}
