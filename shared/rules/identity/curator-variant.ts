import { fitsName, personName, type PersonName } from '../../domain/person-name.ts';
import { withCyrillicTwins } from '../../domain/look-alikes.ts';
import type { FamilyRow } from '../../domain/register.ts';
import { BY_CURATOR } from '../grouping.ts';
import { groupRule, type Out } from '../rule.ts';
import { nearestName } from './nearest-name.ts';

/** One way of writing a name, with the rows that use it. */
interface Writing {
  readonly text: string;
  readonly name: PersonName;
  readonly rows: FamilyRow[];
}

interface StaffName {
  readonly text: string;
  readonly name: PersonName;
}

/**
 * One curator written in two ways is two curators for every count. [R27] The right writing is that of the staff list,
 * or else the most frequent one, or else the first in sheet order. Writings that fit two people are nobody's variant.
 */
export const curatorVariant = groupRule({
  id: 'identity/curator-variant',
  severity: 'warning',
  basis: ['rules.md'],
  scope: 'group',
  table: 'families',
  reads: ['curator'],
  requires: ['curator'],
  needs: [],
  groupBy: BY_CURATOR,
  prepare: (run) => {
    const staff = run.staff.flatMap(({ values: { name } }): readonly StaffName[] =>
      name ? [{ text: plain(name), name: personName(name) }] : [],
    );
    return (rows, out) => {
      const writings = writingsOf(rows);
      if (staff.length > 0) compareWithStaff(writings, staff, out);
      else compareWithEachOther(writings, out);
    };
  },
  examples: {
    passes: [
      { families: [{ curator: 'Ландышева О. И.' }, { curator: 'Ландышева О. И.' }, { curator: 'Ландышева О. С.' }] },
      { families: [{ curator: 'Ландышева О.И.' }], specialists: [{ name: 'Ландышева О.И.' }] },
    ],
    fails: [
      { families: [{ curator: 'Ландышева О. И.' }, { curator: 'Ландышева О. И.' }, { curator: 'Ландышева О.И.' }] },
      { families: [{ curator: 'Ландышева О.И.' }], specialists: [{ name: 'Ландышева Ольга Ивановна' }] },
      { families: [{ curator: 'Василькова Е. Е.' }], specialists: [{ name: 'Ландышева Ольга Ивановна' }] },
    ],
    undecidable: [{ families: [{ applicant: 'Ромашкина Анна' }] }],
  },
});

/** Stray spaces and look-alike letters have rules of their own, and make no second writing. */
function plain(text: string): string {
  return withCyrillicTwins(text).replace(/\s+/gu, ' ');
}

function writingsOf(rows: readonly FamilyRow[]): readonly Writing[] {
  const writings = new Map<string, Writing>();
  for (const row of rows) {
    const text = plain(row.values.curator ?? '');
    const known = writings.get(text);
    if (known) known.rows.push(row);
    else writings.set(text, { text, name: personName(text), rows: [row] });
  }
  return [...writings.values()];
}

function compareWithStaff(writings: readonly Writing[], staff: readonly StaffName[], out: Out): void {
  const strangers: Writing[] = [];
  for (const writing of writings) {
    if (staff.some(({ text }) => text === writing.text)) continue;
    const fitting = staff.filter(({ name }) => fitsName(name, writing.name));
    const near = nearestName(writing.name, staff);
    if (fitting.length > 0) report(writing, fitting.length === 1 ? fitting[0]?.text : undefined, 'variant', out);
    else if (near) report(writing, near.text, 'unknown', out);
    else strangers.push(writing);
  }
  const variants = variantsAmong(strangers);
  for (const writing of strangers) {
    const right = variants.get(writing);
    report(writing, right?.text, right ? 'variant' : 'unknown', out);
  }
}

function compareWithEachOther(writings: readonly Writing[], out: Out): void {
  for (const [writing, right] of variantsAmong(writings)) report(writing, right.text, 'variant', out);
}

/** Every writing that is not the right one of its person, with the right one. */
function variantsAmong(writings: readonly Writing[]): ReadonlyMap<Writing, Writing> {
  const variants = new Map<Writing, Writing>();
  // Writings of one key fit the same ones: where thousands do, only the keys are held against each other.
  const keys = [...Map.groupBy(writings, ({ name }) => name.key).values()].flatMap(([first]) => first ?? []);
  const clearKeys = new Set(keys.filter((one) => isOnePerson(fitting(one, keys))).map(({ name }) => name.key));
  const clear = writings.filter(({ name }) => clearKeys.has(name.key));
  for (const writing of clear) {
    const same = fitting(writing, clear);
    const right = same.reduce((best, one) => (one.rows.length > best.rows.length ? one : best), same[0] ?? writing);
    if (right !== writing) variants.set(writing, right);
  }
  return variants;
}

function fitting(writing: Writing, writings: readonly Writing[]): readonly Writing[] {
  return writings.filter((other) => fitsName(other.name, writing.name));
}

/** «Иванова А.» fits both «Иванова А. П.» and «Иванова А. С.», who are two. */
function isOnePerson(writings: readonly Writing[]): boolean {
  return writings.every((a) => writings.every((b) => fitsName(a.name, b.name)));
}

function report(writing: Writing, right: string | undefined, problem: 'variant' | 'unknown', out: Out): void {
  const params = { problem, known: right === undefined ? 'no' : 'yes', right: right ?? '' };
  for (const row of writing.rows) {
    const fix = right === undefined ? {} : { fix: { kind: 'text', value: right, display: right } as const };
    out.find({ row, field: 'curator', params, ...fix });
  }
}
