/**
 * «Отчёт»: the form on social support by level, made from a register or from the region's figures. No official form of
 * it was found; the columns are those that domain facts 4.1 put together from the forms of the same offices. One row of
 * headings, so that the sheet can be sorted and read back; the checks on report forms pass on it.
 */
import { FIGURES, type FigureName } from '../domain/figure-names.ts';
import type { ReportCell, ReportSheet } from '../domain/report-sheet.ts';
import type { Pack } from '../packs/pack.ts';
import { MONTHS } from '../text/month-names.ts';
import type { ConsolidatedRow } from './consolidated.ts';
import { knownFigures } from './known-figures.ts';

/** Null: hidden or not known; the cell stays empty. */
type Value = number | null;

export interface FormRow {
  /** Name of the municipality. */
  readonly name: string;
  readonly figures: Readonly<Record<FigureName, Value>>;
  /** At the end of the period, by level. Null: unknown level. */
  readonly levels: readonly { readonly level: string | null; readonly cases: Value }[];
  readonly specialists: Value;
  /** The district has sent nothing: its cells stay empty, rather than hold noughts that nobody has reported. */
  readonly isSilent?: boolean;
}

export interface ReportFormInput {
  readonly rows: readonly FormRow[];
  readonly total: FormRow;
  readonly pack: Pack;
  /** «за 3 квартал 2026 года». */
  readonly period: string;
  /** The region or the district that reports. */
  readonly place: string;
}

/** A row of the consolidated table as a line of the form. */
export function formRow(name: string, { cells, levels, specialists }: ConsolidatedRow): FormRow {
  return {
    name,
    figures: knownFigures(
      Object.fromEntries(FIGURES.map((figure) => [figure, cells[figure].value])) as FormRow['figures'],
      cells.childrenUnknown.value,
    ),
    levels: levels.map(({ level, cell }) => ({ level, cases: cell.value })),
    specialists,
  };
}

interface FormColumn {
  readonly heading: string;
  readonly of: (row: FormRow) => Value;
}

const figure = (heading: string, name: FigureName): FormColumn => ({ heading, of: ({ figures }) => figures[name] });

/** The columns with their official wording; levels in the order of the norms, one for unknown levels where there are some. */
export function formColumns({ rows, total, pack }: ReportFormInput): readonly FormColumn[] {
  const known = pack.codes.levels.map(({ code, title }) => ({ code, heading: title.ru }));
  const isOther = (level: string | null): boolean => !known.some(({ code }) => code === level);
  const hasOther = [...rows, total].some((row) => casesOf(row, isOther) !== 0);
  const columns: readonly FormColumn[] = [
    figure('Состоит на начало периода, семей', 'start'),
    figure('Состоит на начало периода, детей', 'startChildren'),
    figure('Поставлено, семей', 'in'),
    figure('Поставлено, детей', 'inChildren'),
    figure('Снято, семей', 'out'),
    figure('из них с положительной динамикой, семей', 'positive'),
    figure('Снято, детей', 'outChildren'),
    figure('Состоит на конец периода, семей', 'end'),
    figure('Состоит на конец периода, детей', 'endChildren'),
    ...known.map(({ code, heading }): FormColumn => ({
      heading: `Состоит на конец периода, семей: ${heading}`,
      of: (row) => casesOf(row, (level) => level === code),
    })),
    ...(hasOther ? [{ heading: 'Уровень не указан, семей', of: (row: FormRow) => casesOf(row, isOther) }] : []),
    figure('Переведено на другой уровень', 'transferred'),
    { heading: 'Специалистов', of: ({ specialists }) => specialists },
    figure('Выходов', 'visits'),
  ];
  return columns.map(({ heading, of }) => ({ heading, of: (row) => (row.isSilent ? null : of(row)) }));
}

function casesOf(row: FormRow, is: (level: string | null) => boolean): Value {
  return row.levels.filter(({ level }) => is(level)).reduce<Value>((sum, { cases }) => addValues(sum, cases), 0);
}

function addValues(a: Value, b: Value): Value {
  return a === null || b === null ? null : a + b;
}

/** Rows, the total among them, whose start + in − out differs from their end. Hidden numbers are not held against each other. */
export function formFaults({ rows, total }: Pick<ReportFormInput, 'rows' | 'total'>): readonly string[] {
  return [...rows, total].flatMap(({ name, figures }) => {
    const { start, out, end } = figures;
    const taken = figures.in;
    if (start === null || taken === null || out === null || end === null) return [];
    return start + taken - out === end ? [] : [name];
  });
}

/** The form's own title, with the period as `formPeriod` gives it. */
export function formTitle(period: string): string {
  return `${TITLE} ${period}`;
}

/** «за 3 квартал 2026 года», «за июль 2026 года»: as titles of forms say it, and as they are read. */
export function formPeriod(key: string): string {
  const [year = '', part = ''] = key.split('-');
  const when = part.startsWith('Q') ? `${part.slice(1)} квартал` : (MONTHS.ru[Number(part) - 1] ?? part);
  return `за ${when} ${year} года`;
}

export interface FormTexts {
  readonly sheet: string;
  readonly lead: string;
  readonly balance: string;
  /** What the figures are without. */
  readonly notes?: readonly string[];
  readonly signs: readonly string[];
}

/** Under rows of districts a column adds up, as whoever checks the form expects: a specialist of two counts in both. */
export function totalLine({ rows, total }: Pick<ReportFormInput, 'rows' | 'total'>): FormRow {
  const heard = rows.filter(({ isSilent }) => !isSilent);
  const specialists = heard.reduce<Value>((sum, row) => addValues(sum, row.specialists), 0);
  return { ...total, name: TOTAL, ...(rows.length === 0 ? {} : { specialists }) };
}

/** Stands over the names of the municipalities. */
export const FIRST_HEADING = 'Наименование муниципального образования';
const TITLE = 'Отчёт о социальном сопровождении семей с детьми';
const TOTAL = 'Всего';
const HEADING_ROW = 4;

/** The form as a sheet: title, period, a native table, the balance, and lines for signatures. */
export function reportFormSheet(input: ReportFormInput, texts: FormTexts): ReportSheet {
  const columns = formColumns(input);
  const lines = [...input.rows, totalLine(input)];
  return {
    name: texts.sheet,
    widths: [30, ...columns.map(() => 14)],
    rows: [
      [{ value: formTitle(input.period), look: 'title' }],
      // One line: a district's name on a line of its own would be read as the district of every row.
      [{ value: `${input.place}. ${texts.lead}` }],
      [],
      [FIRST_HEADING, ...columns.map(({ heading }) => heading)].map((value) => ({ value, look: 'heading' })),
      ...lines.map((row) => [{ value: row.name }, ...columns.map(({ of }) => valueCell(of(row)))]),
      [],
      [{ value: texts.balance }],
      ...(texts.notes ?? []).map((value) => [{ value }]),
      ...texts.signs.map((value) => [{ value }]),
    ],
    tables: [
      {
        name: 'Kurator_Report',
        area: { top: HEADING_ROW, left: 0, bottom: HEADING_ROW + lines.length, right: columns.length },
      },
    ],
  };
}

function valueCell(value: Value): ReportCell {
  return { value: value ?? '' };
}
