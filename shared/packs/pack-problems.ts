/** What is wrong with a pack though its form is right: days that do not exist, wordings that mean two things. */
import { dayOfIso } from '../domain/day.ts';
import type { Dated } from './norm-on.ts';
import type { Deadline, Pack } from './pack.ts';
import { comparableWording } from './wording.ts';

export interface PackProblem {
  readonly kind: 'form' | 'unknown' | 'period' | 'steps' | 'day' | 'day-twice' | 'wording-twice';
  /** Where: "levels", "BASE", "visits". */
  readonly place: readonly string[];
  /** The day or wording it is about. */
  readonly text?: string;
}

/** A place where the form of the pack is wrong. */
export function placeProblem(path: readonly PropertyKey[]): PackProblem {
  return { kind: 'form', place: path.map(String) };
}

/** Everything that only a look at the whole shows; none for packs that come with the product. */
export function packProblems(pack: Pack): readonly PackProblem[] {
  return [...periods(pack), ...pack.deadlines.flatMap((one) => steps(one, pack)), ...days(pack), ...wordings(pack)];
}

function periods({ levels, deadlines, programRevision, applicantMinAge }: Pack): readonly PackProblem[] {
  const norms = Object.entries(levels).flatMap(([level, one]) =>
    Object.entries(one).map(([name, norm]) => ({ place: ['levels', level, name], norm })),
  );
  const others = [
    { place: ['programRevision'], norm: programRevision },
    { place: ['applicantMinAge'], norm: applicantMinAge },
    ...deadlines.map((norm) => ({ place: ['deadlines', norm.id], norm })),
  ];
  return [...norms, ...others].flatMap(({ place, norm }) => {
    const list: readonly Dated[] = norm === null ? [] : Array.isArray(norm) ? norm : [norm];
    return list.some(isBackwards) ? [{ kind: 'period' as const, place }] : [];
  });
}

function isBackwards({ validFrom, validTo }: Dated): boolean {
  return validFrom !== null && validTo !== null && validFrom > validTo;
}

/** A deadline runs from an earlier step to a later one. */
function steps({ id, from, to }: Deadline, { stepOrder }: Pack): readonly PackProblem[] {
  const [start, end] = [stepOrder.indexOf(from), stepOrder.indexOf(to)];
  const isWrong = from === to || (start >= 0 && end >= 0 && start > end);
  return isWrong ? [{ kind: 'steps', place: ['deadlines', id] }] : [];
}

function days({ calendar }: Pack): readonly PackProblem[] {
  return Object.entries(calendar).flatMap(([year, { off, work }]) => {
    const missing = [...off, ...work].filter((day) => dayOfIso(`${year}-${day}`) === null);
    const twice = off.filter((day) => work.includes(day));
    return [
      ...missing.map((text) => ({ kind: 'day' as const, place: ['calendar', year], text })),
      ...twice.map((text) => ({ kind: 'day-twice' as const, place: ['calendar', year], text })),
    ];
  });
}

function wordings({ codes }: Pack): readonly PackProblem[] {
  return Object.entries(codes).flatMap(([list, entries]) => {
    const meaning = new Map<string, string>();
    return entries.flatMap(({ code, title, aliases }) =>
      [title.ru, ...aliases].flatMap((text): readonly PackProblem[] => {
        const key = comparableWording(text);
        const known = meaning.get(key);
        if (known === undefined) meaning.set(key, code);
        return known === undefined || known === code
          ? []
          : [{ kind: 'wording-twice', place: ['codes', list, code], text }];
      }),
    );
  });
}
