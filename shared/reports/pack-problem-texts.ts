/** What is wrong with a region's own pack, in a sentence for people. */
import type { OwnPackOutcome } from '../packs/own-pack.ts';
import type { PackProblem } from '../packs/pack-problems.ts';
import { PACKS } from '../packs/packs.ts';
import type { Language } from '../text/format.ts';
import type { NormEditorKey } from '../text/norm-editor-texts.ts';
import { normEditorText } from '../text/norm-editor-texts.ts';
import { NORM_NAMES } from '../text/norm-names.ts';

/** One sentence on why a pack was not taken. */
export function ownPackFaultText(outcome: Extract<OwnPackOutcome, { ok: false }>, language: Language): string {
  const [first] = outcome.problems;
  const problem = first ? packProblemText(first, language) : '';
  return normEditorText(language, `pack.${outcome.why}`, { problem }).trim();
}

/** What is wrong with a set of norms, as one sentence. */
export function packProblemText({ kind, place, text = '' }: PackProblem, language: Language): string {
  const params = { place: placeName(place, language), text: text.split('-').toReversed().join('.') };
  return normEditorText(language, `problem.${kind}`, kind === 'wording-twice' ? { ...params, text } : params);
}

const PLACES: Readonly<Record<string, NormEditorKey>> = {
  title: 'place.name',
  deadlines: 'deadlines',
  codes: 'codes',
  calendar: 'calendar',
  caseload: 'norm.caseload',
  term: 'norm.term',
  visits: 'norm.visits',
  review: 'norm.review',
  firstYear: 'norm.firstYear',
  programRevision: 'norm.programRevision',
  applicantMinAge: 'norm.applicantMinAge',
};

/** «кризисный уровень, Посещения»: the parts that people know; what is left has no name for them. */
function placeName(place: readonly string[], language: Language): string {
  const names = place.flatMap((part) => {
    const key = Object.hasOwn(PLACES, part) ? PLACES[part] : undefined;
    if (key) return [normEditorText(language, key)];
    const norm = NORM_NAMES[`level:${part}`] ?? NORM_NAMES[`deadline:${part}`];
    if (norm) return [norm[language]];
    return /^\d{4}$/.test(part) ? [part] : codeTitle(part, language);
  });
  return names.length > 0 ? names.join(', ') : normEditorText(language, 'place.file');
}

function codeTitle(part: string, language: Language): readonly string[] {
  const entries = PACKS.flatMap(({ codes }) => Object.values(codes).flat());
  const entry = entries.find(({ code }) => code === part);
  return entry ? [`«${entry.title[language]}»`] : [];
}
