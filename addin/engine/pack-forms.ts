/** What a person types for a norm, a deadline or a year of the calendar, and what is wrong with it. */
import { dayOfIso } from '../../shared/domain/day.ts';
import type { CodeEntry, Deadline, Pack, Source } from '../../shared/packs/pack.ts';
import { comparableWording } from '../../shared/packs/wording.ts';
import type { NormEntry, NormPlace } from './pack-edits.ts';

export type NormKind = Deadline['kind'];
export type Per = 'week' | 'month' | 'quarter';

export interface SourceForm {
  readonly text: string;
  readonly url: string;
  readonly status: Source['status'];
}

export interface NormForm extends SourceForm {
  readonly number: string;
  readonly per: Per;
  readonly kind: NormKind;
  /** ISO days; empty for no bound. */
  readonly validFrom: string;
  readonly validTo: string;
}

export interface DeadlineForm extends NormForm {
  readonly from: Deadline['from'];
  readonly to: Deadline['to'];
  readonly unit: Deadline['unit'];
  readonly shiftIfOff: boolean;
  readonly enabled: boolean;
}

/** A code of what is wrong with a field; the sentence stands in shared/text/norm-editor-texts.ts. */
export type FormFault =
  | 'number'
  | 'number-or-zero'
  | 'source'
  | 'url'
  | 'period'
  | 'steps'
  | 'day'
  | 'day-twice'
  | 'year'
  | 'title'
  | 'title-twice';
export type FormOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly faults: Readonly<
        Partial<Record<'number' | 'source' | 'url' | 'validTo' | 'to' | 'off' | 'work' | 'year' | 'title', FormFault>>
      >;
    };

const NUMBER_NAMES = {
  caseload: 'max',
  term: 'months',
  visits: 'min',
  review: 'everyMonths',
  firstYear: 'months',
  programRevision: 'months',
  applicantMinAge: 'years',
} as const;

/** Larger numbers are slips of the keyboard, whatever they count. */
const MOST = 9_999;

const NEW_SOURCE: SourceForm = { text: '', url: '', status: 'unconfirmed' };

/** The number that a norm is about. */
export function numberOf(entry: NormEntry, { name }: NormPlace): number {
  const found: unknown = Object.entries(entry).find(([key]) => key === NUMBER_NAMES[name])?.[1];
  return typeof found === 'number' ? found : 0;
}

/** The form of a norm; an empty one where there is none. */
export function normForm(entry: NormEntry | null, place: NormPlace): NormForm {
  if (entry === null) {
    return { ...NEW_SOURCE, number: '', per: 'month', kind: 'required', validFrom: '', validTo: '' };
  }
  const { kind, validFrom, validTo, source } = entry;
  return {
    ...sourceForm(source),
    number: String(numberOf(entry, place)),
    per: 'per' in entry ? entry.per : 'month',
    kind,
    validFrom: validFrom ?? '',
    validTo: validTo ?? '',
  };
}

/** The source to start from. Who changes an invented norm makes it their own, and names a source of their own. */
export function sourceForm({ text, url, status }: Source): SourceForm {
  if (status === 'invented') return NEW_SOURCE;
  return { text: text.ru, url: url ?? '', status };
}

/** The norm that a form means. */
export function normOfForm(form: NormForm, { name }: NormPlace): FormOutcome<NormEntry> {
  const number = wholeNumber(form.number);
  const isWrong = number === null || number < 1;
  const faults = { ...(isWrong ? { number: 'number' as const } : {}), ...commonFaults(form) };
  if (isWrong || Object.keys(faults).length > 0) return { ok: false, faults };
  const norm = { [NUMBER_NAMES[name]]: number, ...(name === 'visits' ? { per: form.per } : {}), ...commonOf(form) };
  return { ok: true, value: norm as NormEntry };
}

/** The form of a deadline as it stands. */
export function deadlineForm(deadline: Deadline): DeadlineForm {
  const { from, to, unit, shiftIfOff, enabled, n, kind, validFrom, validTo, source } = deadline;
  const dates = { validFrom: validFrom ?? '', validTo: validTo ?? '' };
  return {
    ...sourceForm(source),
    ...dates,
    from,
    to,
    unit,
    shiftIfOff,
    enabled,
    number: String(n),
    per: 'month',
    kind,
  };
}

/** The deadline that a form means. Of 0 days is one that must be kept on the same day. */
export function deadlineOfForm(id: string, form: DeadlineForm, { stepOrder }: Pack): FormOutcome<Deadline> {
  const n = wholeNumber(form.number);
  const [start, end] = [stepOrder.indexOf(form.from), stepOrder.indexOf(form.to)];
  const isBackwards = form.from === form.to || (start >= 0 && end >= 0 && start > end);
  const faults = {
    ...(n === null ? { number: 'number-or-zero' as const } : {}),
    ...(isBackwards ? { to: 'steps' as const } : {}),
    ...commonFaults(form),
  };
  if (n === null || Object.keys(faults).length > 0) return { ok: false, faults };
  const { from, to, unit, shiftIfOff, enabled } = form;
  return { ok: true, value: { id, from, to, n, unit, shiftIfOff, enabled, ...commonOf(form) } };
}

export interface YearForm extends SourceForm {
  readonly year: string;
  /** Days as people write them: «31.12, 08.01». */
  readonly off: string;
  readonly work: string;
}

/** The form of a year of the calendar; empty fields for a year without days of its own. */
export function yearForm(year: string, days: Pack['calendar'][string] | null): YearForm {
  const source = days ? sourceForm(days.source) : NEW_SOURCE;
  return { ...source, year, off: shownDays(days?.off ?? []), work: shownDays(days?.work ?? []) };
}

function shownDays(days: readonly string[]): string {
  return days.map((day) => day.split('-').toReversed().join('.')).join(', ');
}

/** The days of a year that a form means. */
export function yearOfForm(form: YearForm): FormOutcome<Pack['calendar'][string]> {
  const isYear = /^(19|20)\d\d$/.test(form.year);
  const [off, work] = [daysOf(form.off, form.year), daysOf(form.work, form.year)];
  const isTwice = off !== null && work !== null && off.some((day) => work.includes(day));
  const faults = {
    ...(isYear ? {} : { year: 'year' as const }),
    ...(off === null ? { off: 'day' as const } : {}),
    ...(work === null ? { work: 'day' as const } : isTwice ? { work: 'day-twice' as const } : {}),
    ...sourceFaults(form),
  };
  if (off === null || work === null || Object.keys(faults).length > 0) return { ok: false, faults };
  return { ok: true, value: { off, work, source: sourceOf(form) } };
}

export interface EntryForm extends SourceForm {
  readonly title: string;
}

/** The form of a new entry: empty. */
export function entryForm(): EntryForm {
  return { ...NEW_SOURCE, title: '' };
}

/** The entry that a form adds to a list: its name must not mean another entry already. */
export function entryOfForm(
  form: EntryForm,
  entries: readonly CodeEntry[],
): FormOutcome<{ readonly title: string; readonly source: Source }> {
  const title = form.title.trim();
  const key = comparableWording(title);
  const isKnown = entries.some((entry) =>
    [entry.title.ru, ...entry.aliases].some((wording) => comparableWording(wording) === key),
  );
  const faults = {
    ...(key === '' ? { title: 'title' as const } : isKnown ? { title: 'title-twice' as const } : {}),
    ...sourceFaults(form),
  };
  return Object.keys(faults).length > 0
    ? { ok: false, faults }
    : { ok: true, value: { title, source: sourceOf(form) } };
}

/** «31.12, 08.01» as ["12-31", "01-08"]; null when a word is no day of the year. */
function daysOf(text: string, year: string): string[] | null {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const days = words.map((word) => {
    const [, day = '', month = ''] = /^(\d{1,2})\.(\d{1,2})\.?$/.exec(word) ?? [];
    return `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  });
  return days.every((day) => dayOfIso(`${year}-${day}`) !== null) ? [...new Set(days)] : null;
}

function wholeNumber(text: string): number | null {
  const trimmed = text.trim();
  return /^\d+$/.test(trimmed) && Number(trimmed) <= MOST ? Number(trimmed) : null;
}

function commonFaults(form: NormForm): Partial<Record<'source' | 'url' | 'validTo', FormFault>> {
  const { validFrom, validTo } = form;
  const isBackwards = validFrom !== '' && validTo !== '' && validFrom > validTo;
  return { ...(isBackwards ? { validTo: 'period' as const } : {}), ...sourceFaults(form) };
}

function sourceFaults({ text, url }: SourceForm): Partial<Record<'source' | 'url', FormFault>> {
  const isAddress = url.trim() === '' || /^https?:\/\/[^\s/]+\.\S+$/.test(url.trim());
  return {
    ...(text.trim() === '' ? { source: 'source' as const } : {}),
    ...(isAddress ? {} : { url: 'url' as const }),
  };
}

function commonOf(form: NormForm) {
  const { kind, validFrom, validTo } = form;
  return { kind, source: sourceOf(form), validFrom: boundOf(validFrom), validTo: boundOf(validTo) };
}

function boundOf(day: string): string | null {
  return day === '' ? null : day;
}

function sourceOf({ text, url, status }: SourceForm): Source {
  const said = text.trim();
  return { text: { ru: said, en: said }, status, ...(url.trim() === '' ? {} : { url: url.trim() }) };
}
