import type { RuleTexts } from './rule-text.ts';

export const CLOSING_TEXTS: Partial<RuleTexts<'closing'>> = {
  'closing/reason-missing': {
    title: { ru: 'Снятие без причины', en: 'Closed without a reason' },
    message: {
      ru: 'Семья снята {closedOn}, а причина не указана. Впишите причину снятия или результат.',
      en: 'The case was closed on {closedOn}, but no reason is given. Enter the reason or the result.',
    },
    hint: {
      ru: 'Выберите причину из списка: положительная динамика, окончание срока договора и другие.',
      en: 'Choose a reason of the list: positive dynamics, end of the contract, and so on.',
    },
  },
};
