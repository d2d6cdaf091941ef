import type { RuleTexts } from './rule-text.ts';

const PER_RU = '{per, select, week {в неделю} month {в месяц} other {в квартал}}';
const PER_EN = '{per, select, week {a week} month {a month} other {a quarter}}';
const NORM_RU = `{min, plural, one {# посещения} few {# посещений} many {# посещений} other {# посещения}} ${PER_RU}`;

export const VISITS_TEXTS: RuleTexts<'visits'> = {
  'visits/below-norm': {
    title: { ru: 'Посещений меньше нормы', en: 'Fewer visits than the norm' },
    message: {
      ru: `Посещений меньше нормы: {names}. Не хватает {missing, plural, one {# посещения} few {# посещений} many {# посещений} other {# посещения}}. Нужно не меньше ${NORM_RU} ({level}). Норма: {source}. Впишите пропущенные посещения или поясните причину.`,
      en: `Fewer visits than the norm: {names}. {missing, plural, one {# visit is} other {# visits are}} missing. At least {min} ${PER_EN} are needed ({level}). Norm: {source}. Enter the missing visits or explain the reason.`,
    },
    hint: {
      ru: 'Учитываются только полные недели, месяцы и кварталы сопровождения на одном уровне. Если посещения были, впишите их.',
      en: 'Only whole weeks, months and quarters at one level count. If there were visits, enter them.',
    },
  },
  'visits/overdue': {
    title: { ru: 'Давно не было посещения', en: 'No visit for too long' },
    message: {
      ru: `Последнее посещение было {lastVisit}, {days, plural, one {# день} few {# дня} many {# дней} other {# дня}} назад, а перерыв — не больше {allowed, plural, one {# дня} few {# дней} many {# дней} other {# дня}}: не меньше ${NORM_RU} ({level}). Норма: {source}. Посетите семью или впишите дату.`,
      en: `The last visit was on {lastVisit}, {days, plural, one {# day} other {# days}} ago; at most {allowed} may pass: at least {min} ${PER_EN} ({level}). Norm: {source}. Visit the family or enter the date.`,
    },
    hint: {
      ru: 'Впишите дату последнего посещения, если оно было позже.',
      en: 'Enter the date of the last visit if there was a later one.',
    },
  },
  'visits/outside-support': {
    title: { ru: 'Посещение вне срока сопровождения', en: 'Visit outside of support' },
    message: {
      ru: '{problem, select, before {Посещение {date} раньше начала сопровождения ({other}).} other {Посещение {date} позже снятия семьи ({other}).}} Проверьте дату посещения и даты семьи.',
      en: '{problem, select, before {The visit of {date} lies before support began ({other}).} other {The visit of {date} lies after the case was closed ({other}).}} Check the date of the visit and those of the case.',
    },
    hint: {
      ru: 'Исправьте дату посещения, начала или снятия.',
      en: 'Correct the date of the visit, of the start or of the closing.',
    },
  },
  'visits/duplicate': {
    title: { ru: 'Посещение записано дважды', en: 'Visit entered twice' },
    message: {
      ru: 'Это посещение уже записано в строке {firstRow}: та же семья, {specialist}, {date}. Уберите повтор или исправьте дату.',
      en: 'This visit is already in row {firstRow}: same family, {date}, {specialist}. Remove one or correct the date.',
    },
    hint: {
      ru: 'Удалите лишнюю строку журнала или исправьте дату либо специалиста.',
      en: 'Delete the extra row of the journal, or correct the date or the specialist.',
    },
  },
  'visits/other-specialist': {
    title: { ru: 'Посещал не куратор', en: 'Visited by somebody else' },
    message: {
      ru: 'Семью посетил(а) {specialist}, а не куратор ({curator}). Если это замена, исправлять ничего не нужно.',
      en: '{specialist} visited the family, not its curator ({curator}). Nothing to correct if somebody stood in.',
    },
    hint: {
      ru: 'Проверьте, не описка ли это в фамилии специалиста или в номере дела.',
      en: 'Check whether the specialist or the case number is a slip.',
    },
  },
};
