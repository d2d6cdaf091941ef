/** Families for sample registers: names by combination, dates that keep every norm, the same for the same seed. */
import { workCalendar } from '../../shared/calendar/working-days.ts';
import type { Day } from '../../shared/domain/day.ts';
import { dayOf } from '../../shared/domain/day.ts';

export interface InventedChild {
  readonly name: string;
  readonly isBoy: boolean;
  readonly birthDate: Day;
}

export interface InventedFamily {
  readonly number: number;
  readonly applicant: string;
  readonly snils: string;
  readonly children: readonly InventedChild[];
  readonly category: string;
  readonly source: string;
  readonly level: string;
  readonly curator: string;
  readonly application: Day;
  readonly survey: Day;
  readonly programme: Day;
  readonly decision: Day;
  readonly contract: Day;
  /** Reviews that keep the norm of the level up to LAST_DAY or the closing. */
  readonly reviews: readonly Day[];
  readonly closed: Day | null;
}

/** The samples are registers of this day. */
export const LAST_DAY: Day = dayOf(2026, 10, 31) ?? 0;

export type Random = (below: number) => number;

/** A small generator of repeatable random numbers (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/** One of a list. */
export function pick<T>(random: Random, list: readonly [T, ...T[]]): T {
  return list[random(list.length)] ?? list[0];
}

const SURNAMES = [
  'Берёзкина',
  'Ветрова',
  'Грибанова',
  'Дубравина',
  'Журавлёва',
  'Заречнова',
  'Калинина',
  'Лугова',
  'Метелина',
  'Осокина',
  'Полянина',
  'Рябинина',
  'Снегирёва',
  'Тропинина',
  'Холмова',
  'Черешнева',
] as const;
const WOMEN = [
  'Алла',
  'Вера',
  'Дарья',
  'Жанна',
  'Инна',
  'Лидия',
  'Майя',
  'Нина',
  'Раиса',
  'Софья',
  'Тамара',
  'Юлия',
] as const;
const GIRLS = ['Алёна', 'Варвара', 'Ева', 'Злата', 'Ксения', 'Мила', 'Полина', 'Ульяна'] as const;
const BOYS = ['Глеб', 'Егор', 'Захар', 'Лев', 'Макар', 'Платон', 'Савва', 'Тимур'] as const;
const FATHERS = ['Андре', 'Валерь', 'Геннадь', 'Дмитри', 'Никола', 'Серге', 'Юрь'] as const;
const CATEGORIES = ['малообеспеченная', 'неполная', 'СОП', 'ТЖС'] as const;
const SOURCES = [
  'заявление родителя',
  'сообщение школы',
  'сообщение КДНиЗП',
  'заявление законного представителя',
] as const;

/** Months between reviews, and for how long a family of the level can be open, both inside of the training norms. */
const LEVELS = {
  базовый: { reviewDays: 170, openDays: 330 },
  кризисный: { reviewDays: 80, openDays: 160 },
  экстренный: { reviewDays: 25, openDays: 75 },
} as const;

export type InventedLevel = keyof typeof LEVELS;

const WORKING_DAYS = workCalendar().workingDays;

/** A number with the right check digits (order of the pension fund of 22.06.2004). */
function snilsOf(random: Random): string {
  const digits = Array.from({ length: 9 }, (_, index) => (index === 0 ? 1 + random(8) : random(10)));
  const sum = digits.reduce((total, digit, index) => total + digit * (9 - index), 0);
  const check = String((sum % 101) % 100).padStart(2, '0');
  const text = digits.join('');
  return `${text.slice(0, 3)}-${text.slice(3, 6)}-${text.slice(6)} ${check}`;
}

function childOf(random: Random, surname: string): InventedChild {
  const isBoy = random(2) === 0;
  const father = pick(random, FATHERS);
  const given = isBoy ? `${pick(random, BOYS)} ${father}евич` : `${pick(random, GIRLS)} ${father}евна`;
  const birthDate = dayOf(2011 + random(11), 1 + random(12), 1 + random(28)) ?? 0;
  return { name: `${isBoy ? surname.slice(0, -1) : surname} ${given}`, isBoy, birthDate };
}

export interface FamilyOptions {
  readonly random: Random;
  readonly number: number;
  readonly level: InventedLevel;
  readonly curator: string;
  readonly isClosed: boolean;
}

/** A family that breaks no rule on LAST_DAY. */
export function inventedFamily({ random, number, level, curator, isClosed }: FamilyOptions): InventedFamily {
  const surname = pick(random, SURNAMES);
  const { reviewDays, openDays } = LEVELS[level];
  const children = Array.from({ length: 1 + random(3) }, () => childOf(random, surname));
  const before = LAST_DAY - (isClosed ? openDays + 60 + random(200) : 40 + random(openDays - 45));
  const first = WORKING_DAYS.findIndex((day) => day >= before);
  const dayAt = (step: number): Day => WORKING_DAYS[first + step] ?? before;
  const contract = dayAt(4);
  const closed = isClosed ? (WORKING_DAYS.find((day) => day >= contract + openDays - 20) ?? null) : null;
  const reviews: Day[] = [];
  for (let day = contract + reviewDays; day < (closed ?? LAST_DAY); day += reviewDays) {
    reviews.push(WORKING_DAYS.findLast((one) => one <= day) ?? day);
  }
  return {
    number,
    applicant: `${surname} ${pick(random, WOMEN)} ${pick(random, FATHERS)}евна`,
    snils: snilsOf(random),
    children,
    category: children.length > 2 ? 'многодетная' : pick(random, CATEGORIES),
    source: pick(random, SOURCES),
    level,
    curator,
    application: dayAt(0),
    survey: dayAt(1),
    programme: dayAt(2),
    decision: dayAt(3),
    contract,
    reviews,
    closed,
  };
}
