import type { RuleTexts } from './rule-text.ts';

const FIGURE_RU =
  '{meaning, select, start {состоит на начало} in {поставлено} out {снято} positive {снято с положительной динамикой} end {состоит на конец} other {{label}}}';
const FIGURE_EN =
  '{meaning, select, start {at the start} in {taken on} out {removed} positive {removed for positive dynamics} end {at the end} other {{label}}}';

export const REPORT_TEXTS: RuleTexts<'report'> = {
  'report/balance': {
    title: { ru: 'Баланс не сходится', en: 'Balance does not hold' },
    message: {
      ru: 'На начало {start, number}, поставлено {in, number}, снято {out, number}: на конец должно быть {expected, number}, а стоит {found, number}. Исправьте одно из чисел.',
      en: '{start, number} at the start, {in, number} taken on, {out, number} removed: the end must be {expected, number}, not {found, number}. Correct one of the figures.',
    },
    hint: {
      ru: 'Состоит на конец = состоит на начало + поставлено − снято.',
      en: 'At the end = at the start + taken on − removed.',
    },
  },
  'report/split': {
    title: { ru: 'Сумма не равна итогу', en: 'Parts do not add up' },
    message: {
      ru: 'Итог — {whole, number}, а сумма частей («в том числе») — {sum, number}. Исправьте итог или части.',
      en: 'The total is {whole, number}, but its parts add up to {sum, number}. Correct the total or the parts.',
    },
    hint: {
      ru: 'Части под словами «в том числе» должны в сумме давать итог.',
      en: 'The parts of a full split must add up to the total.',
    },
  },
  'report/subset': {
    title: { ru: 'Часть больше целого', en: 'Part exceeds its whole' },
    message: {
      ru: '«Из них» — {part, number}, а всего — {whole, number}. Часть не может быть больше целого. Исправьте одно из чисел.',
      en: 'The part is {part, number}, but the whole is {whole, number}. A part cannot exceed its whole. Correct one of the figures.',
    },
    hint: {
      ru: 'Число под словами «из них» — часть строки выше.',
      en: 'A figure “of these” is a part of the one above.',
    },
  },
  'report/register': {
    title: { ru: 'Отчёт не совпадает с реестром', en: 'Report differs from the register' },
    message: {
      ru: `В отчёте «${FIGURE_RU}» — {found, number}, а по реестру этой книги — {expected, number}. Исправьте отчёт или реестр.`,
      en: `The report gives “${FIGURE_EN}” as {found, number}; the register of this workbook gives {expected, number}. Correct the report or the register.`,
    },
    hint: {
      ru: 'Считаются семьи с датой начала сопровождения; отказы и ещё не начатые случаи не считаются.',
      en: 'Cases with a start of support count; refused and not yet started ones do not.',
    },
  },
};
