import type { RuleTexts } from './rule-text.ts';

export const DOCUMENT_TEXTS: RuleTexts<'document'> = {
  'document/incomplete': {
    title: { ru: 'Документ без номера или даты', en: 'Document without number or date' },
    message: {
      ru: 'У {document, select, contract {договора} decision {решения} other {программы}} есть {missing, select, date {номер, но нет даты} other {дата, но нет номера}}. Впишите {missing, select, date {дату} other {номер}}.',
      en: 'The {document, select, contract {contract} decision {decision} other {programme}} has a {missing, select, date {number but no date} other {date but no number}}. Enter the {missing, select, date {date} other {number}}.',
    },
    hint: {
      ru: 'Номер и дата документа нужны вместе. Если документа нет, очистите обе ячейки.',
      en: 'A document needs both. If there is none, clear both cells.',
    },
  },
};
