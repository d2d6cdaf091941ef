import type { RuleTexts } from './rule-text.ts';

export const CLOSING_TEXTS: RuleTexts<'closing'> = {
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
  'closing/date-missing': {
    title: { ru: 'Причина снятия без даты', en: 'Reason for closing without a date' },
    message: {
      ru: 'Указана причина снятия («{reason}»), а даты снятия нет: семья считается открытой. Впишите дату или уберите причину.',
      en: 'A reason for closing is given (“{reason}”) but no date: the case counts as open. Enter the date or remove the reason.',
    },
    hint: {
      ru: 'Дата снятия — день решения о прекращении сопровождения.',
      en: 'The closing date is the day on which the end of support was decided.',
    },
  },
  'closing/decision-missing': {
    title: { ru: 'Нет решения комиссии о снятии', en: 'No decision of the commission to close' },
    message: {
      ru: 'Семью в социально опасном положении снимает с учёта комиссия по делам несовершеннолетних, а её решение не указано (причина: «{reason}»). Впишите номер и дату решения.',
      en: 'A family in a socially dangerous position is taken off by the commission for minors, but its decision is not named (reason: “{reason}”). Enter number and date of the decision.',
    },
    hint: {
      ru: 'Решение комиссии нужно, когда семью снимают из-за положительной динамики, совершеннолетия младшего ребёнка, смерти или безвестного отсутствия несовершеннолетнего, переезда в другой субъект РФ, а также по заявлению родителей.',
      en: 'The decision is needed when a family is taken off for positive dynamics, the majority of the youngest child, the death or absence without news of a minor, a move to another region, or at the request of the parents.',
    },
  },
  'closing/refused-but-open': {
    title: { ru: 'Отказано, а дело не закрыто', en: 'Refused and still open' },
    message: {
      ru: 'В сопровождении отказано, но {contract, select, yes {записан договор} other {}}{visit, select, yes {{contract, select, yes {, } other {}}есть посещение после отказа ({visitOn})} other {}}{closing, select, no {{contract, select, yes {, } other {{visit, select, yes {, } other {}}}}нет даты снятия} other {}}. Проверьте решение или закройте дело.',
      en: 'Support was refused, but {contract, select, yes {a contract is entered} other {}}{visit, select, yes {{contract, select, yes {, } other {}}there is a visit after the refusal ({visitOn})} other {}}{closing, select, no {{contract, select, yes {, } other {{visit, select, yes {, } other {}}}}there is no closing date} other {}}. Check the decision or close the case.',
    },
    hint: {
      ru: 'При отказе договор и посещения не нужны, а дата снятия — день отказа.',
      en: 'After a refusal there is no contract and no visit, and the case is closed on that day.',
    },
  },
};
