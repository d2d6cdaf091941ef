/**
 * What the sheet's name and the lines above a table say that it holds: «Журнал посещений семей», «Состав семей». The
 * second witness of a table whose headings are not known, and the first of one that is none of ours.
 */
import type { RecordKind } from '../domain/fields.ts';

type NamedKind = Exclude<RecordKind, 'families'>;

/** What comes first in a text is what it is about: «Посещения семей специалистами». */
const KINDS: readonly (readonly [kind: RecordKind, said: RegExp])[] = [
  [
    'families',
    /(?<!\p{L})семь|(?<!\p{L})семе(?:й(?!\p{L})|йств)|(?<!\p{L})реестр\p{L}* (?!посещ|мероп|член|специал)/iu,
  ],
  [
    'members',
    /(?<!\p{L})(?:член\p{L}* (?:\p{L}+ )?сем|состав\p{L}* сем|сем\p{L}+ состав|состав(?!\p{L})|домочад|(?:совместно )?проживающ)/iu,
  ],
  ['visits', /(?<!\p{L})(?:посещен|патронаж|визит|выход|выезд|обход|рейд)/iu],
  [
    'measures',
    /(?<!\p{L})(?:мероприят|меры(?!\p{L})|план\p{L}* (?:работ|сопров|помощ)|исполнени\p{L}* (?:план|прог|иппсу|ипсс))/iu,
  ],
  ['specialists', /(?<!\p{L})(?:специалист|сотрудник|кадр|штат|работник|куратор|кто ведет)/iu],
];

/** Lists and journals that every office keeps, with people, dates and tasks in them as ours have. */
const OTHER_MATTERS =
  /табел[ьи]|инструктаж|посетител|поручени|канц\p{L}{0,9}товар|инвентар|материальн\p{L}{1,9} (?:запас|ценност|ответств)|прокат|отпуск|дежурств|аттестац|закуп|прайс|прейскурант|тариф|культурно|корреспонденц|автомобил|автотранспорт|телефон\p{L}{0,9} доверия|кружк|зарплат|заработн|нетрудоспособ|больничн\p{L}{1,9} лист|расписани|ваканси|дн(?:и|ей) рождени|квалификаци|медосмотр|охран\p{L}{1,9} труда|педсовет|волонт[её]р|состав\p{L}{0,9} (?:комисс|консилиум|совет|рабоч|групп)|проверяющ|исполнени\p{L}{0,9} бюджет|пожарн|студенч|(?<!\p{L})сайт/iu;

/** Beside a family such words say no more than how it is looked after: «График выходов и дежурств в семьях». */
const OF_FAMILIES = /(?<!\p{L})сем(?:ь|ей|ейств)/iu;

/** True where the texts speak of what an office keeps beside its families. */
export function namesOffice(texts: readonly string[]): boolean {
  return texts.some((text) => OTHER_MATTERS.test(text)) && !texts.some((text) => OF_FAMILIES.test(text));
}

/**
 * The kind that the sheet's name, or else the nearest line above that speaks of one, gives to a table. Null where they
 * speak of families first, of other matters, or of nothing that is known.
 */
export function kindNamed(sheetName: string, lines: readonly string[]): NamedKind | null {
  if (namesOffice([sheetName, ...lines])) return null;
  for (const text of [sheetName, ...lines.toReversed()]) {
    const kind = firstSaid(text);
    if (kind !== null) return kind === 'families' ? null : kind;
  }
  return null;
}

/** True where a text says that it is of the kind, among others. */
export function speaksOf(kind: RecordKind, text: string): boolean {
  return KINDS.some(([one, said]) => one === kind && said.test(text));
}

function firstSaid(text: string): RecordKind | null {
  let best: { readonly kind: RecordKind; readonly at: number } | null = null;
  for (const [kind, said] of KINDS) {
    const at = said.exec(text)?.index ?? -1;
    if (at >= 0 && (best === null || at < best.at)) best = { kind, at };
  }
  return best?.kind ?? null;
}
