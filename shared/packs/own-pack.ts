/**
 * A region's own pack: one that comes with the product, and what the region says differently. Kept in the workbook and
 * as a file in the form that is read here. Invariant: what the region leaves alone follows the base.
 */
import * as z from 'zod';
import { extendPack } from './extend-pack.ts';
import { calendarOverlaySchema, codeEntrySchema, deadlineSchema, levelNormsSchema, packSchema } from './pack.ts';
import type { Pack } from './pack.ts';
import { packProblems, placeProblem } from './pack-problems.ts';
import type { PackProblem } from './pack-problems.ts';
import { packById } from './packs.ts';

/** A pack is norms and wordings; more text than this is none. It also bounds what the workbook has to carry. */
export const MOST_OWN_PACK_CHARACTERS = 300_000;

// The norms without the default of a whole pack: here an absent norm means "as in the base", and null "not set".
const { caseload, term, visits, review, firstYear } = levelNormsSchema.shape;
const levelDifferences = z.strictObject({
  caseload: caseload.unwrap().optional(),
  term: term.unwrap().optional(),
  visits: visits.unwrap().optional(),
  review: review.unwrap().optional(),
  firstYear: firstYear.unwrap().optional(),
});

/** Lists to which a region may add. By levels, decisions and kinds of applicants rules judge: they are closed. */
export const OPEN_LISTS = ['categories', 'signs', 'sources', 'forms', 'results', 'helpKinds', 'organisations'] as const;
export type OpenList = (typeof OPEN_LISTS)[number];

const codeDifferences = z.array(
  z.strictObject({
    code: z.string().min(1),
    aliases: z.array(z.string().min(1)),
    /** Wordings of the base that mean this entry no longer. */
    without: z.array(z.string().min(1)).optional(),
    /** Only for an entry that the base does not have. */
    title: codeEntrySchema.shape.title.optional(),
    source: codeEntrySchema.shape.source,
  }),
);

const differencesSchema = z.strictObject({
  levels: z.record(z.string(), levelDifferences).default({}),
  deadlines: z.array(deadlineSchema).default([]),
  programRevision: packSchema.shape.programRevision.unwrap().optional(),
  applicantMinAge: packSchema.shape.applicantMinAge.unwrap().optional(),
  /** Wordings to add and to take away, and entries to add, by list. */
  codes: z.record(z.string(), codeDifferences).default({}),
  /** Replaces the base's days of the years named. */
  calendar: calendarOverlaySchema.default({}),
});

const ownPackSchema = z.strictObject({
  kurator: z.literal('pack'),
  form: z.literal(1),
  /** Id of the pack it is made from. */
  base: z.string(),
  title: z.string().trim().min(1).max(200),
  /** Grows by one with each saving. */
  revision: z.number().int().nonnegative(),
  differences: differencesSchema,
});

export type OwnPack = z.infer<typeof ownPackSchema>;
export type OwnDifferences = OwnPack['differences'];

export type OwnPackFault = 'too-large' | 'damaged' | 'foreign' | 'newer' | 'base-unknown' | 'invalid';

export type OwnPackOutcome =
  | { readonly ok: true; readonly own: OwnPack; readonly pack: Pack }
  | { readonly ok: false; readonly why: OwnPackFault; readonly problems: readonly PackProblem[] };

/** An own pack that differs in nothing yet. */
export function startOwnPack(base: string, title: string): OwnPack {
  return {
    kurator: 'pack',
    form: 1,
    base,
    title,
    revision: 0,
    differences: { levels: {}, deadlines: [], codes: {}, calendar: {} },
  };
}

/** The whole pack: base and differences, with its own id, name and version; or what is wrong with it. */
export function packOfOwn(own: OwnPack): OwnPackOutcome {
  const base = packById(own.base);
  if (!base) return { ok: false, why: 'base-unknown', problems: [] };
  const { codes, calendar, programRevision, applicantMinAge, levels, deadlines } = own.differences;
  const unknown = unknownPlaces(own.differences, base);
  if (unknown.length > 0) return { ok: false, why: 'invalid', problems: unknown };
  const whole = packSchema.safeParse({
    ...extendPack(base, {
      levels: levels as NonNullable<Parameters<typeof extendPack>[1]['levels']>,
      deadlines,
      codes: codes as NonNullable<Parameters<typeof extendPack>[1]['codes']>,
      ...(programRevision === undefined ? {} : { programRevision }),
      ...(applicantMinAge === undefined ? {} : { applicantMinAge }),
    }),
    calendar: { ...base.calendar, ...calendar },
    id: ownPackId(own.base),
    version: String(own.revision),
    title: { ru: own.title, en: own.title },
  });
  if (!whole.success) {
    const problems = whole.error.issues.map(({ path }) => placeProblem(path));
    return { ok: false, why: 'invalid', problems };
  }
  const problems = packProblems(whole.data);
  if (problems.length > 0) return { ok: false, why: 'invalid', problems };
  return { ok: true, own, pack: { ...whole.data, version: `${own.revision}-${fingerprint(whole.data)}` } };
}

/** The id of the pack made from a base. */
export function ownPackId(base: string): string {
  return `${base}-own`;
}

/** The text for a file or for the workbook. */
export function ownPackText(own: OwnPack): string {
  return `${JSON.stringify(own, null, 1)}\n`;
}

/** Reads what ownPackText wrote. Never throws: whatever the text is, the answer says what is wrong with it. */
export function parseOwnPack(text: string): OwnPackOutcome {
  if (text.length > MOST_OWN_PACK_CHARACTERS) return { ok: false, why: 'too-large', problems: [] };
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { ok: false, why: 'damaged', problems: [] };
  }
  const parsed = ownPackSchema.safeParse(json);
  if (parsed.success) return packOfOwn(parsed.data);
  const head = z.object({ kurator: z.literal('pack'), form: z.number() }).safeParse(json);
  if (!head.success) return { ok: false, why: 'foreign', problems: [] };
  if (head.data.form !== 1) return { ok: false, why: 'newer', problems: [] };
  const problems = parsed.error.issues.map(({ path }) =>
    placeProblem(path[0] === 'differences' ? path.slice(1) : path),
  );
  return { ok: false, why: 'invalid', problems };
}

/** Codes of a region's own entries begin so, and meet none that a base may bring later. */
const OWN_CODE = /^OWN\d{1,4}$/;

/**
 * Levels, lists and codes that the base does not have: an own pack words things. What it adds to an open list has a code
 * of its own and a title.
 */
function unknownPlaces({ levels, codes }: OwnDifferences, base: Pack): readonly PackProblem[] {
  const places = Object.keys(levels)
    .filter((level) => !base.codes.levels.some(({ code }) => code === level))
    .map((level) => ['levels', level]);
  for (const [list, entries] of Object.entries(codes)) {
    const known = Object.entries(base.codes).find(([name]) => name === list)?.[1] ?? [];
    const isOpen = OPEN_LISTS.some((open) => open === list);
    const strange = entries.filter(({ code, title }) => {
      const isOfBase = known.some((entry) => entry.code === code);
      return isOfBase ? title !== undefined : !(isOpen && title !== undefined && OWN_CODE.test(code));
    });
    places.push(...strange.map(({ code }) => ['codes', list, code]));
  }
  return places.map((place) => ({ kind: 'unknown', place }));
}

/** FNV-1a over what the pack says, whatever the order of its keys: two packs of one revision have different versions. */
function fingerprint(pack: Pack): string {
  let hash = 0x811c_9dc5;
  for (const letter of JSON.stringify(pack, sortedKeys)) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x0100_0193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}

function sortedKeys(_key: string, value: unknown): unknown {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value;
}
