/**
 * Headings that name further facts behind the first: «Адрес, телефон», «ФИО, дата рождения, СНИЛС». Where the cells bear
 * it out, each fact is read from the same cell.
 */
import type { ColumnProfile } from './column-profile.ts';
import type { Composite } from './composite-fields.ts';
import { COMPOSITES, firstDate } from './composite-fields.ts';
import { takePhones, takeSnils } from './contacts-in-text.ts';
import { isDash } from './decode-number.ts';
import { afterName, ownName } from './decode-people.ts';
import { normaliseHeading, termsOf } from './heading-normaliser.ts';
import type { MappedColumn } from './map-columns.ts';
import { cellText } from './sheet-grid.ts';

export type FurtherFact = 'snils' | 'phone' | 'address';

/** Which facts may stand behind the one that a column is read as. */
const BESIDE: Readonly<Record<string, readonly FurtherFact[]>> = {
  applicant: ['snils', 'phone', 'address'],
  'applicant.birthDate': ['snils', 'phone', 'address'],
  address: ['phone'],
  phone: ['address'],
};
/** «Место рождения», «место работы» are no address. */
const ADDRESS = /адрес|адр\.|прожив|жив[её]т|живут|жительств|прописк/iu;
/** The heading names the fact: some of the cells may lack it. */
const BORNE_OUT = 0.2;

/** The columns with the further facts that their headings name and their values hold, each fact once in a table. */
export function withFurtherFacts(
  columns: readonly MappedColumn[],
  profiles: ReadonlyMap<number, ColumnProfile>,
): readonly MappedColumn[] {
  const given = new Set(columns.map(({ field }) => field));
  return columns.map((column) => {
    const profile = profiles.get(column.column);
    const isPlain = column.period === undefined && column.series === undefined;
    const may = isPlain ? (BESIDE[column.field ?? ''] ?? []) : [];
    if (!profile || profile.size === 0 || may.length === 0) return column;
    const heading = column.path.join(' ');
    const terms = termsOf(normaliseHeading(heading));
    const isNamed = (fact: FurtherFact): boolean =>
      fact === 'address' ? ADDRESS.test(heading) && !terms.has('work') && !terms.has('study') : terms.has(fact);
    const further = may.filter((fact) => isNamed(fact) && !given.has(fact) && profile.holding(fact) >= BORNE_OUT);
    for (const fact of further) given.add(fact);
    return further.length === 0 ? column : { ...column, further };
  });
}

/** How the cells of a column are split; undefined where they hold one fact only. */
export function compositeOf(field: string, further: readonly string[] = []): Composite | undefined {
  const first = Object.hasOwn(COMPOSITES, field) ? COMPOSITES[field] : undefined;
  if (further.length === 0) return first;
  const own = first?.fields ?? [field];
  return {
    fields: [...own, ...further],
    split: (cell, context) => {
      // One space for many: patterns that try every start of a long gap would take seconds for it.
      const text = cellText(cell).replace(/[^\S\n]+/gu, ' ');
      if (isDash(text)) return {};
      const snils = further.includes('snils') ? takeSnils(text) : { found: null, rest: text };
      const hasPhone = field === 'phone' || further.includes('phone');
      const phone = hasPhone ? takePhones(snils.rest) : { found: null, rest: snils.rest };
      const contacts = { snils: snils.found, phone: phone.found };
      const rest = inOneLine(phone.rest);
      if (field === 'address' || field === 'phone') return { ...contacts, address: rest === '' ? null : rest };
      const named = first ? first.split(rest, context) : { applicant: ownName(rest) || null };
      if (!further.includes('address')) return { ...named, ...contacts };
      const address = afterName(first ? firstDate(rest).rest : rest);
      return address === null
        ? { ...named, ...contacts, address }
        : { ...named, ...contacts, applicant: address.name, address: address.rest };
    },
  };
}

function inOneLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').join(', ');
}
