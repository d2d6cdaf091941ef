/** Which columns hold codes of a legend: by their own headings, or by notes about what the headings mean. */
import { fieldSpec } from '../domain/fields.ts';
import type { CodeListName } from '../domain/fields.ts';
import { matchHeading } from './heading-match.ts';
import type { HeadingColumn } from './header-rows.ts';
import { legendsIn } from './legend-text.ts';
import type { CodeOfLegend } from './legend-text.ts';

/** A legend, and the code lists that its wordings are from. */
export interface Legend {
  readonly lists: readonly CodeListName[];
  readonly codes: readonly CodeOfLegend[];
  /** The rows of the sheet that hold it; none where it stands beside a table. */
  readonly rows: readonly number[];
}

/** A column with the codes that its cells may hold. */
export interface ColumnLegend {
  readonly column: number;
  readonly codes: readonly CodeOfLegend[];
}

/** A heading that fits a field so far may mean it. */
const FITS = 0.5;
/** Composite columns, and the list that their codes are from. */
const COMPOSITES: Readonly<Record<string, CodeListName>> = {
  levelComposite: 'levels',
  'closing.composite': 'results',
  'decision.document': 'decisions',
};

/** The code lists of the fields that a heading may mean, the likeliest first. */
export function listsOfHeading(path: readonly string[]): readonly CodeListName[] {
  const fields = (['families', 'measures'] as const).flatMap((kind) =>
    matchHeading(path, kind)
      .filter(({ score }) => score >= FITS)
      .map(({ field, score }) => ({ list: fieldSpec(kind, field)?.codeList ?? COMPOSITES[field], score })),
  );
  const ranked = fields.toSorted((one, other) => other.score - one.score);
  return [...new Set(ranked.flatMap(({ list }) => list ?? []))];
}

/**
 * The columns of a heading that hold codes. A legend in the heading itself goes before the notes of the sheet, and those
 * before other sheets («further»); codes that two notes of one place explain otherwise are not known.
 */
export function legendsOfColumns(
  columns: readonly HeadingColumn[],
  notes: readonly Legend[],
  further: readonly Legend[],
): readonly ColumnLegend[] {
  return columns.flatMap(({ column, path }) => {
    const own = legendsIn(path.at(-1) ?? '')[0] ?? legendsIn(path.join(' '))[0];
    const lists = listsOfHeading(path);
    if (own) return lists.length > 0 ? [{ column, codes: own.codes }] : [];
    for (const list of lists) {
      for (const legends of [notes, further]) {
        const codes = agreed(legends.filter((legend) => legend.lists.includes(list)));
        if (codes.length > 0) return [{ column, codes }];
      }
    }
    return [];
  });
}

function agreed(legends: readonly Legend[]): readonly CodeOfLegend[] {
  const wordings = new Map<string, string | null>();
  for (const [code, wording] of legends.flatMap(({ codes }) => codes)) {
    const known = wordings.get(code);
    wordings.set(code, known === undefined || known === wording ? wording : null);
  }
  return [...wordings].flatMap(([code, wording]) => (wording === null ? [] : [[code, wording] as const]));
}
