/** The rows of the region's page: those of the server, and those of workbooks that were dropped here. */
import { FIGURES, NORM_FIGURES } from '../../../shared/domain/figure-names.ts';
import type { FileReading } from './read-file-row.ts';
import type { DistrictRow, Picture, PictureFigures } from '../../../shared/sync/region-wire.ts';

export interface FileRow {
  /** District of the server that the file stands for. */
  readonly district: { readonly id: string; readonly title: string };
  readonly fileName: string;
  readonly row: PictureFigures;
  readonly reading: FileReading;
}

export type ShownRow = DistrictRow & { readonly fileName: string | null };

/** A district that has sent nothing, and no workbook stands for it: its noughts are no numbers. */
export function isSilent({ lastSending, fileName, figures }: ShownRow): boolean {
  return (
    lastSending === null && fileName === null && Object.values(figures).every((value) => value === 0 || value === null)
  );
}

export interface ShownPicture {
  readonly rows: readonly ShownRow[];
  readonly total: PictureFigures;
}

/** A file's numbers take the place of the server's for its district. */
export function withFiles({ districts, total }: Picture, files: readonly FileRow[]): ShownPicture {
  const rows = districts.map((row): ShownRow => {
    const file = files.findLast(({ district }) => district.id === row.district.id);
    return file ? { ...row, ...file.row, fileName: file.fileName } : { ...row, fileName: null };
  });
  return { rows, total: files.length === 0 ? total : totalOf(rows) };
}

type Value = number | null;

function sum(values: readonly Value[]): Value {
  return values.reduce<Value>((all, value) => (all === null || value === null ? null : all + value), 0);
}

/** The sum of the rows. */
export function totalOf(rows: readonly PictureFigures[]): PictureFigures {
  const levels = [...new Set(rows.flatMap((row) => row.levels.map(({ level }) => level)))];
  return {
    figures: Object.fromEntries(
      FIGURES.map((name) => [name, sum(rows.map(({ figures }) => figures[name]))]),
    ) as PictureFigures['figures'],
    childrenUnknown: sum(rows.map(({ childrenUnknown = null }) => childrenUnknown)),
    norms: Object.fromEntries(
      NORM_FIGURES.map((name) => [name, sum(rows.map(({ norms }) => norms[name]))]),
    ) as PictureFigures['norms'],
    levels: levels.map((level) => ({ level, cases: sum(rows.map((row) => levelCases(row, level))) })),
    specialists: sum(rows.map(({ specialists }) => specialists)),
    overNorm: sum(rows.map(({ overNorm }) => overNorm)),
    errors: sum(rows.map(({ errors }) => errors)),
    warnings: sum(rows.map(({ warnings }) => warnings)),
  };
}

/** Open families of a level at the end of the period; a level that a row does not name has none. */
export function levelCases({ levels }: Pick<PictureFigures, 'levels'>, level: string | null): Value {
  const found = levels.find((one) => one.level === level);
  return found ? found.cases : 0;
}

/** Share of periods with as many visits as the norm asks, 0 … 1; null where none was judged or it is hidden. */
export function visitShare({ norms }: Pick<PictureFigures, 'norms'>): Value {
  const { visitsKept, visitsMissed } = norms;
  if (visitsKept === null || visitsMissed === null || visitsKept + visitsMissed === 0) return null;
  return visitsKept / (visitsKept + visitsMissed);
}

/** Rows whose start + in − out differs from their end. Hidden numbers are not held against each other. */
export function unbalanced(rows: readonly ShownRow[]): readonly ShownRow[] {
  return rows.filter(({ figures }) => {
    const { start, end, out } = figures;
    const all = [start, figures.in, out, end];
    if (all.includes(null)) return false;
    return (start ?? 0) + (figures.in ?? 0) - (out ?? 0) !== (end ?? 0);
  });
}

export type HandInSign = 'accepted' | 'submitted' | 'returned' | 'missing' | 'awaited' | 'file';

/** What the strip says of a district. */
export function handInSign(row: ShownRow): HandInSign {
  if (row.handIn) return row.handIn.state;
  if (row.fileName !== null) return 'file';
  return row.punctuality === 'missing' ? 'missing' : 'awaited';
}
