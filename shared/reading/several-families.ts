/** One visit to several families, written down on one line: «Белова А.П., Громова И.И.», «12/25, 13/25». */
import { personName } from '../domain/person-name.ts';
import type { RegisterRow } from '../domain/register.ts';
import { caseIn } from './family-sections.ts';

/** Signs between families; a comma between figures may be a decimal one and stands with a space here. */
const BETWEEN = /[;\n\r]|,\s|,(?=\p{L})|\sи\s/u;
const CASE = /^№?\s*(?=[\p{L}\d/.-]*\d)[\p{L}\d][\p{L}\d/.-]*$/u;
const NAME =
  /^\p{Lu}[\p{L}-]+\s+(?:\p{Lu}\s?\.\s?(?:\p{Lu}\s?\.?)?|\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+(?:вна|чна|вич|ична|оглы|кызы))$/u;

/** The records with those that name several families split; the same list where none does. */
export function withFamiliesApart(rows: readonly RegisterRow[]): readonly RegisterRow[] {
  if (rows[0]?.kind !== 'visits' && rows[0]?.kind !== 'measures') return rows;
  return rows.some(mayNameSeveral) ? rows.flatMap(splitFamilies) : rows;
}

function mayNameSeveral({ values }: RegisterRow): boolean {
  const { caseNo, applicant } = values as { readonly caseNo?: string | null; readonly applicant?: string | null };
  return SEVERAL.test(caseNo ?? '') || SEVERAL.test(applicant ?? '');
}

const SEVERAL = /[,;\n\r]|\sи\s/u;

/**
 * A record for each family of a visit or measure that names several. The same record alone where it names one, or where
 * it is not clear that the texts are families: two people of one surname may be a mother and her son.
 */
export function splitFamilies(row: RegisterRow): readonly RegisterRow[] {
  if (row.kind !== 'visits' && row.kind !== 'measures') return [row];
  const { caseNo, applicant } = row.values as { readonly caseNo?: string | null; readonly applicant?: string | null };
  const numbers = partsOf(caseNo, CASE);
  const names = partsOf(applicant, NAME);
  const count = Math.max(numbers?.length ?? 0, names?.length ?? 0);
  if (count === 0 || (names && !areApart(names))) return [row];
  if ((numbers === null && caseNo) || (names === null && applicant)) return [row];
  if (numbers && names && numbers.length !== names.length) return [row];
  return Array.from({ length: count }, (_, at) => ({
    ...row,
    values: {
      ...row.values,
      ...(numbers ? { caseNo: numbers[at] ?? null } : {}),
      ...(names ? { applicant: names[at] ?? null } : {}),
    } as RegisterRow['values'],
    ...(at === 0 ? {} : { judgedColumns: NO_COLUMNS }),
  }));
}

const NO_COLUMNS: ReadonlySet<number> = new Set();

/** The parts of a text that lists several; null when it does not, or when one of them has another look. */
function partsOf(text: string | null | undefined, look: RegExp): readonly string[] | null {
  if (!text || !SEVERAL.test(text)) return null;
  const parts = text
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length > 1 && parts.every((part) => look.test(part)) ? parts : null;
}

/**
 * «Белова А.П., 1/25», «№ 1/25 (Белова А.П.)», «Белова А.П., дело № 1/25»: what the text says for one of the two fields;
 * all of it where it says one.
 */
export function ownPart(field: 'caseNo' | 'applicant', text: string): string {
  const { number, others } = caseIn(text);
  if (number !== null && NAME.test(others)) return field === 'applicant' ? others : number;
  if (!/[,;()№]|\s[–—-]\s/u.test(text)) return text;
  const parts = text
    .split(/[,;()]|\s(?=№)|\s[–—-]\s/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length !== 2) return text;
  const name = parts.find((part) => NAME.test(part));
  const numberPart = parts.find((part) => CASE.test(part));
  return name === undefined || numberPart === undefined ? text : field === 'applicant' ? name : numberPart;
}

/** True when all surnames differ, whatever their endings: «Белова» and «Белов» are one. */
function areApart(names: readonly string[]): boolean {
  const stems = names.map((name) => personName(name).parts[0]?.replace(/(?:ая|ий|ый|ой|а)$/u, '') ?? '');
  return new Set(stems).size === stems.length;
}
