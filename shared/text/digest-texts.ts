/** Words of the weekly digest: in the pane, in administration, and in the message that leaves. */
import { showDate, translator, type Catalogue } from './format.ts';

const RU = {
  title: 'Сводка сроков с сервера',
  lead: 'Сервер каждое утро смотрит на две недели вперёд по тому, что было отправлено. Имён у него нет.',
  show: 'Показать сводку сроков',
  refresh: 'Обновить',
  span: 'С {from} по {to}, составлена {at}',
  'span.short': 'С {from} по {to}.',
  none: 'Сводки ещё нет: она появится утром после первой отправки.',
  empty: 'В эти две недели сроки не истекают.',
  district: '{title}: {count, plural, one {# срок} few {# срока} many {# сроков} other {# срока}}',
  kind: 'Что предстоит',
  count: 'Сколько',
  first: 'Первый срок',
  curator: 'Куратор',
  'curator.none': 'куратор не указан',
  'curator.unknown': 'куратор {n} (имя есть только в книге района)',
  full: 'Нагрузка на пределе: уровней {count}',
  all: 'Весь район',
  'kind.visit': 'посещения',
  'kind.review': 'пересмотры',
  'kind.term': 'сроки сопровождения',
  'kind.firstYear': 'первый год семьи (адаптационный уровень)',
  'kind.deadline': 'шаги процедуры',
  'kind.revision': 'пересмотры программ',
  'kind.category': 'выход из категории по возрасту',
  'kind.adult': 'совершеннолетие младшего ребёнка',
  'kind.other': 'прочее',
  'message.head': 'Куратор, {region}: что предстоит с {from} по {to}.',
  'message.none': 'Куратор, {region}: сводки сроков ещё нет.',
  'message.line': '{title}: {list}.',
  'message.item': '{kind} — {count} (первый срок {first})',
  'message.quiet': '{title}: сроков нет.',
  'message.test': 'Куратор, {region}: проверка адреса для сводки сроков.',
} as const;

const EN: Catalogue<keyof typeof RU> = {
  title: "The server's digest of what falls due",
  lead: 'Every morning the server looks two weeks ahead over what was sent. It has no names.',
  show: 'Show the digest',
  refresh: 'Refresh',
  span: '{from} to {to}, made {at}',
  'span.short': '{from} to {to}.',
  none: 'There is no digest yet: it appears in the morning after the first sending.',
  empty: 'Nothing falls due in these two weeks.',
  district: '{title}: {count, plural, one {# item} other {# items}} due',
  kind: 'What falls due',
  count: 'How many',
  first: 'First day',
  curator: 'Specialist',
  'curator.none': 'no specialist',
  'curator.unknown': 'specialist {n} (the name is in the workbook of the district only)',
  full: 'Caseload full at {count} levels',
  all: 'The whole district',
  'kind.visit': 'visits',
  'kind.review': 'reviews',
  'kind.term': 'terms of support',
  'kind.firstYear': 'first year of a family (adaptation level)',
  'kind.deadline': 'steps of the procedure',
  'kind.revision': 'revisions of programmes',
  'kind.category': 'leaving a category by age',
  'kind.adult': 'youngest child comes of age',
  'kind.other': 'other',
  'message.head': 'Kurator, {region}: what falls due from {from} to {to}.',
  'message.none': 'Kurator, {region}: there is no digest yet.',
  'message.line': '{title}: {list}.',
  'message.item': '{kind}: {count} (first day {first})',
  'message.quiet': '{title}: nothing falls due.',
  'message.test': 'Kurator, {region}: a test of the address for the digest.',
};

export type DigestTextKey = keyof typeof RU;
export const digestWords = translator<DigestTextKey>({ ru: RU, en: EN });

const KINDS: ReadonlySet<string> = new Set(Object.keys(RU).filter((key) => key.startsWith('kind.')));

/** The name of what falls due; of «other» for a kind that this program does not know. */
export function dueKindKey(kind: string): DigestTextKey {
  return KINDS.has(`kind.${kind}`) ? (`kind.${kind}` as DigestTextKey) : 'kind.other';
}

interface DueLine {
  readonly kind: string;
  readonly count: number;
  readonly first: string;
}

export interface DigestWords {
  readonly region: { readonly title: string };
  readonly from: string | null;
  readonly to: string | null;
  readonly districts: readonly { readonly title: string; readonly due: readonly DueLine[] }[];
}

/** The digest of a region in Russian, a line for each district. */
export function digestText({ region, from, to, districts }: DigestWords): string {
  if (from === null || to === null) return digestWords('ru', 'message.none', { region: region.title });
  const head = digestWords('ru', 'message.head', { region: region.title, from: showDate(from), to: showDate(to) });
  const lines = districts.map(({ title, due }) => {
    if (due.length === 0) return digestWords('ru', 'message.quiet', { title });
    const list = due.map(({ kind, count, first }) =>
      digestWords('ru', 'message.item', {
        kind: digestWords('ru', dueKindKey(kind)),
        count,
        first: showDate(first),
      }),
    );
    return digestWords('ru', 'message.line', { title, list: list.join('; ') });
  });
  return [head, ...lines].join('\n');
}
