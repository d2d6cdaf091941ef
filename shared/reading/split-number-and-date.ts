/** «№ 15 от 01.02.2019» and its kin: a document's number and date in one cell, in either order. */
import { findDates } from './decode-date.ts';
import type { Day } from '../domain/day.ts';

export interface NumberAndDate {
  /** Null when the cell has a date only. */
  readonly number: string | null;
  /** Null when the cell has a number only; UNREADABLE for a date that does not exist. */
  readonly date: Day | null;
}

const NAMES =
  /^(?:дог(?:овор|\.)?а?|соглашени[ея]|контракт|протокол|прот\.|решени[ея]|приказ|постановлени[ея]|распоряжени[ея]|иппсу|ипсс|ип(?![а-яё-])|программа|акт)\s*/iu;
const SIGNS =
  /^(?:[\s,;:.()–—-]|№|N(?![\wА-Яа-я])|No\.?(?![\wА-Яа-я])|от(?![а-яё])|дата(?![а-яё])|номер(?![а-яё]))+|(?:[\s,;:(–—]|№|от(?![а-яё])|(?<![а-яё])г\.?|\s-)+$/giu;

/** The time that accounting programs write after a date. */
const TIME = /^\s{0,9}г?\.?,?\s{0,9}\d{1,2}:\d{2}(?::\d{2})?(?!\d)/u;

/** A longer text is prose, and has no signs around a number to take off. */
const LONGEST = 500;

/** Splits number and date. Where several dates stand in the cell, the one after «от», or else the last full one, counts. */
export function splitNumberAndDate(text: string): NumberAndDate {
  const dates = findDates(text);
  const date = dates.find((d) => /от\s*$/iu.test(text.slice(0, d.start))) ?? dates.at(-1);
  const rest = date ? `${text.slice(0, date.start)} ${text.slice(date.end).replace(TIME, '')}` : text;
  return { number: documentNumber(rest), date: date ? date.day : null };
}

function documentNumber(rest: string): string | null {
  let number = rest.replace(/\s+/gu, ' ').trim();
  if (number.length > LONGEST) return number;
  for (let before = ''; before !== number;) {
    before = number;
    number = number.replace(SIGNS, '').replace(NAMES, '').trim();
  }
  return number === '' ? null : number.replace(/ ?(?<![-–—/])[-–—/]+$/u, '') || null;
}

/** True when a text holds both a number and a date. */
export function hasNumberAndDate(text: string): boolean {
  const { number, date } = splitNumberAndDate(text);
  return number !== null && date !== null && number.length <= 40;
}
