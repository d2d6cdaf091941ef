/** How the figures of a form depend on each other: «в том числе» and «сумма строк» = sum, «из них» = subset. */
import type { Figure, FigureRelation } from '../domain/register.ts';
import { normaliseHeading } from './heading-normaliser.ts';
import { isCompanion, unitOf, unitOfParts } from './report-meaning.ts';
import type { FormLayout, FormLine } from './report-layout.ts';

/** A figure with its place in the form. */
export interface GridFigure {
  readonly figure: Figure;
  readonly line: FormLine;
  readonly column: number;
  /** Which of several figures of one cell. */
  readonly at: number;
  readonly isPart: boolean;
}

type Place = (line: number, column: number, at: number) => number | undefined;

/** All relations of a form. Indexes point into its figures. */
export function formRelations(cells: readonly GridFigure[], layout: FormLayout): readonly FigureRelation[] {
  const places = new Map(cells.map((cell, index) => [`${cell.line.row.row}|${cell.column}|${cell.at}`, index]));
  const place: Place = (line, column, at) => places.get(`${layout.lines[line]?.row.row ?? 0}|${column}|${at}`);
  return [...inBrackets(cells), ...betweenColumns(layout, place), ...betweenLines(layout, place)].filter(
    (relation) => relation.parts.length > 0,
  );
}

/** «12 (5)»: the number in brackets is a part of the other. */
function inBrackets(cells: readonly GridFigure[]): readonly FigureRelation[] {
  return cells.flatMap((cell, index): readonly FigureRelation[] =>
    cell.isPart ? [{ kind: 'subset', whole: index - 1, parts: [index] }] : [],
  );
}

/** A relation between columns or between lines, by their positions. */
interface Links {
  readonly kind: 'sum' | 'subset';
  readonly whole: number;
  readonly parts: readonly number[];
}

function betweenColumns(layout: FormLayout, place: Place): readonly FigureRelation[] {
  const links = columnLinks(layout);
  return layout.lines.flatMap((_, line) =>
    [0, 1].flatMap((at) =>
      links.flatMap((link) => relationOf(link, (position) => place(line, layout.columns[position]?.column ?? -1, at))),
    ),
  );
}

function betweenLines(layout: FormLayout, place: Place): readonly FigureRelation[] {
  const links = [...lineLinks(layout), ...totalLinks(layout)];
  return layout.columns.flatMap(({ column }) =>
    [0, 1].flatMap((at) => links.flatMap((link) => relationOf(link, (position) => place(position, column, at)))),
  );
}

function relationOf(link: Links, place: (position: number) => number | undefined): readonly FigureRelation[] {
  const whole = place(link.whole);
  const parts = link.parts.map(place).filter((part) => part !== undefined);
  if (whole === undefined || parts.length !== link.parts.length) return [];
  return [{ kind: link.kind, whole, parts }];
}

const PARTS = /(?:^|[\s(,])(?:в том числе|в т\. ?ч\.?|из них|в их числе)/u;
const SUBSET = /(?:^|[\s(,])из них/u;

/** For each column that is a part of another: the heading of the whole, by column index. */
export function wholesOfColumns(layout: FormLayout): ReadonlyMap<number, string> {
  const wholes = new Map<number, string>();
  for (const { whole, parts } of partLinks(layout)) {
    const heading = layout.columns[whole]?.path.join(' > ') ?? '';
    for (const part of parts) wholes.set(layout.columns[part]?.column ?? -1, heading);
  }
  return wholes;
}

/** Headings «в том числе» over several columns, or before one: parts of the column before them. */
function columnLinks(layout: FormLayout): readonly Links[] {
  const explicit = formulaLinks(
    layout.columns.map(({ path }) => path.join(' ')),
    layout.columns.map((_, at) => String(at)),
    'гр',
  );
  return [...explicit, ...partLinks(layout)];
}

function partLinks(layout: FormLayout): readonly Links[] {
  const links: Links[] = [];
  for (const [at, { path }] of layout.columns.entries()) {
    const depth = path.findIndex((part) => PARTS.test(normaliseHeading(part)));
    if (depth < 0) continue;
    const group = path.slice(0, depth + 1).join(' > ');
    const before = layout.columns[at - 1]?.path.slice(0, depth + 1).join(' > ');
    if (before === group) continue;
    const whole = wholeBefore(layout, at, depth);
    if (whole < 0) continue;
    const parts = partsFrom(layout, at, { depth, group });
    const isSubset = SUBSET.test(normaliseHeading(path[depth] ?? '')) || parts.length < 2;
    links.push({ kind: isSubset ? 'subset' : 'sum', whole, parts });
  }
  return links;
}

/**
 * The column that the parts belong to: the nearest one before that is no part itself, in the same outer group. Of
 * «Состоит на конец{ семей | детей }» the one that counts what the parts count.
 */
function wholeBefore(layout: FormLayout, at: number, depth: number): number {
  const outer = layout.columns[at]?.path.slice(0, depth).join(' > ') ?? '';
  for (let position = at - 1; position >= 0; position -= 1) {
    const path = layout.columns[position]?.path ?? [];
    if (isPart(path, depth)) continue;
    if (path.slice(0, depth).join(' > ') === outer || depth === 0) return ofSameUnit(layout, position, at);
  }
  return -1;
}

function isPart(path: readonly string[], depth: number): boolean {
  return path.slice(depth).some((part) => PARTS.test(normaliseHeading(part)));
}

/**
 * The column itself, or one that stands with it (under one heading, or before «в них детей»), whichever counts what the
 * parts at `at` count. Where they do not say it, the column itself.
 */
function ofSameUnit({ columns, book }: FormLayout, nearest: number, at: number): number {
  const pathOf = (position: number): readonly string[] => columns[position]?.path ?? [];
  const wanted = unitOfParts(pathOf(at).join(' > '), book);
  if (wanted === null) return nearest;
  const outerOf = (position: number): string => pathOf(position).slice(0, -1).join(' > ');
  const outer = outerOf(nearest);
  for (let position = nearest; position >= 0; position -= 1) {
    if (unitOf(pathOf(position).join(' > '), '') === wanted && !isPart(pathOf(position), 0)) return position;
    const isWith = outer !== '' && outerOf(position - 1) === outer;
    if (!isWith && !(position === nearest && isCompanion(pathOf(nearest).at(-1) ?? ''))) return nearest;
  }
  return nearest;
}

/** The columns of the group; where «из них …» stands over each column by itself, that column alone. */
function partsFrom(
  layout: FormLayout,
  at: number,
  context: { readonly depth: number; readonly group: string },
): readonly number[] {
  const parts: number[] = [];
  for (let position = at; position < layout.columns.length; position += 1) {
    const path = layout.columns[position]?.path ?? [];
    if (path.slice(0, context.depth + 1).join(' > ') !== context.group) break;
    parts.push(position);
  }
  return parts;
}

function lineLinks(layout: FormLayout): readonly Links[] {
  const links: Links[] = [];
  if (!layout.isByLine) return links;
  const numbers = layout.lines.map(({ number }, at) => (number === '' ? String(at + 1) : number));
  links.push(
    ...formulaLinks(
      layout.lines.map(({ label }) => label),
      numbers,
      'стр',
    ),
  );
  const groups = new Map<string, { kind: 'sum' | 'subset'; whole: number; parts: number[] }>();
  for (const [at, { partOf }] of layout.lines.entries()) {
    if (!partOf) continue;
    const key = `${partOf.line}|${partOf.kind}`;
    const group = groups.get(key) ?? { kind: partOf.kind, whole: partOf.line, parts: [] };
    group.parts.push(at);
    groups.set(key, group);
  }
  for (const group of groups.values()) links.push({ ...group, kind: group.parts.length < 2 ? 'subset' : group.kind });
  return links;
}

const FORMULA: Readonly<Record<'стр' | 'гр', RegExp>> = {
  стр: /(?:сумма\s+)?(?:строк|стр\.?)\s*(?:№|n)?\s*((?:\d[\d.]*|[\s,+и–-]|стр\.?|№)+)/iu,
  гр: /(?:сумма\s+)?(?:граф[а-я]*|гр\.?)\s*(?:№|n)?\s*((?:\d[\d.]*|[\s,+и–-]|гр\.?|№)+)/iu,
};

/** «сумма строк N 1 - 6», «(стр. 01 + стр. 02)», «(гр. 4 + 6 + 7)». A formula with a minus is a balance and no sum. */
function formulaLinks(labels: readonly string[], numbers: readonly string[], word: 'стр' | 'гр'): readonly Links[] {
  const position = new Map(numbers.map((number, at) => [plainNumber(number), at]));
  return labels.flatMap((label, whole): readonly Links[] => {
    const formula = /сумма|\+/iu.test(label) ? FORMULA[word].exec(label)?.[1] : undefined;
    if (formula === undefined || /\d\s*[–-]\s*(?:стр|гр)/iu.test(formula)) return [];
    const parts = expand(formula).map((number) => position.get(number));
    const known = parts.filter((part) => part !== undefined && part !== whole);
    return known.length === parts.length && known.length > 1
      ? [{ kind: 'sum', whole, parts: known.filter((part) => part !== undefined) }]
      : [];
  });
}

function plainNumber(number: string): string {
  return number.replace(/^0+(?=\d)/, '').replace(/[.)\s]+$/, '');
}

function expand(formula: string): readonly string[] {
  const numbers: string[] = [];
  for (const [, from = '', to] of formula.matchAll(/(\d+(?:\.\d+)*)(?:\s*[–-]\s*(\d+))?/gu)) {
    const last = to === undefined ? Number.NaN : Number(to);
    if (Number.isNaN(last)) numbers.push(plainNumber(from));
    else
      for (let number = Number(from); number <= last && number - Number(from) < 200; number += 1)
        numbers.push(String(number));
  }
  return numbers;
}

/** A total row under rows of districts is the sum of the rows above it, back to the total before; a last one of totals. */
function totalLinks(layout: FormLayout): readonly Links[] {
  if (layout.isByLine) return [];
  const links: Links[] = [];
  let rows: number[] = [];
  const totals: number[] = [];
  for (const [at, line] of layout.lines.entries()) {
    if (!line.isTotal) {
      rows.push(at);
      continue;
    }
    const parts = rows.length > 0 ? rows : totals;
    if (parts.length > 1) links.push({ kind: 'sum', whole: at, parts: [...parts] });
    totals.push(at);
    rows = [];
  }
  return links;
}
