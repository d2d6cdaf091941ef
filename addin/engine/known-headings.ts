/**
 * Corrections of the mapping for other workbooks with the same headings. Kept on this computer: headings, kinds and names
 * of fields, never a value of a cell. Headings that look like a person's data are not kept at all.
 */
import * as z from 'zod';
import { identifyingKind } from '../../shared/privacy/detector.ts';
import type { MappingCorrection, ReadingAccount, SheetAccount } from '../../shared/reading/reading.ts';

/** The newest are kept. */
const MOST_KNOWN = 40;
/** A longer heading is a text, and a table with more columns none that anybody put right by hand. */
const MOST_LETTERS = 200;
const MOST_HEADINGS = 300;

const knownSchema = z.array(
  z.strictObject({
    headings: z.array(z.string().max(MOST_LETTERS)).max(MOST_HEADINGS),
    fields: z.record(z.string(), z.string().nullable()),
  }),
);

export type KnownHeadings = z.infer<typeof knownSchema>;

/** Reads what was kept; nothing for what cannot be read. */
export function parseKnownHeadings(text: string | null): KnownHeadings {
  if (text === null) return [];
  try {
    const parsed = knownSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.slice(0, MOST_KNOWN) : [];
  } catch {
    return [];
  }
}

/** The list with a sheet's correction in front, in place of an earlier one for the same headings. */
export function withKnownHeadings(
  known: KnownHeadings,
  sheet: SheetAccount,
  correction: MappingCorrection,
): KnownHeadings {
  const headings = headingsOf(sheet);
  const fields = Object.fromEntries(
    Object.entries(correction.fields).filter(([heading]) => headings.includes(heading)),
  );
  const isKeepable =
    Object.keys(fields).length > 0 && headings.length <= MOST_HEADINGS && headings.every((one) => isHeading(one));
  if (!isKeepable) return known;
  const others = known.filter((one) => !isSame(one.headings, headings));
  return [{ headings: [...headings], fields }, ...others].slice(0, MOST_KNOWN);
}

/** Corrections to offer: for sheets that nobody has put right yet, and only where they would change the reading. */
export function offeredCorrections(
  known: KnownHeadings,
  { sheets }: ReadingAccount,
  corrections: readonly MappingCorrection[],
): readonly MappingCorrection[] {
  return sheets.flatMap((sheet): readonly MappingCorrection[] => {
    if (sheet.tables.length === 0 || corrections.some((one) => one.sheet === sheet.sheet)) return [];
    const headings = headingsOf(sheet);
    const found = known.find((one) => isSame(one.headings, headings));
    if (!found) return [];
    const columns = sheet.tables.flatMap((table) => table.columns);
    const fields = Object.fromEntries(
      Object.entries(found.fields).filter(([heading, field]) =>
        columns.some((column) => column.heading === heading && column.field !== field),
      ),
    );
    return Object.keys(fields).length > 0 ? [{ sheet: sheet.sheet, fields }] : [];
  });
}

function headingsOf({ tables }: SheetAccount): readonly string[] {
  const headings = tables.flatMap(({ columns }) => columns.map(({ heading }) => heading));
  return [...new Set(headings.filter((heading) => heading !== ''))].toSorted();
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((heading, index) => heading === other[index]);
}

/** A row of data taken for a heading would put names of families here. */
function isHeading(text: string): boolean {
  return text.length <= MOST_LETTERS && text.split('>').every((part) => identifyingKind(part) === null);
}
