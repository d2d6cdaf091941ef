import type { RuleTexts } from './rule-text.ts';

export const MEASURE_TEXTS: RuleTexts<'measure'> = {
  'measure/program-empty': {
    title: { ru: 'Программа без мероприятий', en: 'Programme without measures' },
    message: {
      ru: 'У семьи есть программа, а в таблице мероприятий нет ни одного. Внесите мероприятия.',
      en: 'The family has a programme, but the table of measures has none for it. Enter the measures.',
    },
    hint: {
      ru: 'Проверьте номер дела в таблице мероприятий или допишите мероприятия.',
      en: 'Check the case number in the table of measures, or add the measures.',
    },
  },
  'measure/overdue': {
    title: { ru: 'Мероприятие просрочено', en: 'Measure overdue' },
    message: {
      ru: 'Срок мероприятия прошёл {due} ({days, plural, one {# день} few {# дня} many {# дней} other {# дня}} назад), а отметки об исполнении нет. Впишите дату исполнения или перенесите срок.',
      en: 'The measure was due on {due}, {days, plural, one {# day} other {# days}} ago, and is not marked as done. Enter the date or move the due date.',
    },
    hint: {
      ru: 'Если мероприятие проведено, впишите дату исполнения: проверяющие смотрят её прежде всего.',
      en: 'If the measure has been done, enter the date: inspectors look at it first.',
    },
  },
  'measure/no-result': {
    title: { ru: 'Мероприятие без результата', en: 'Measure without a result' },
    message: {
      ru: 'Мероприятие отмечено исполненным, а результата нет. Впишите результат.',
      en: 'The measure is marked as done, but has no result. Enter the result.',
    },
    hint: { ru: 'Достаточно нескольких слов.', en: 'A few words are enough.' },
  },
  'measure/no-responsible': {
    title: { ru: 'Нет ответственного', en: 'Nobody responsible' },
    message: {
      ru: 'У мероприятия не указаны ни ответственный, ни организация. Впишите, кто его проводит.',
      en: 'The measure names neither a person nor an organisation. Enter who is responsible.',
    },
    hint: { ru: 'Достаточно указать организацию.', en: 'An organisation is enough.' },
  },
  'measure/outside-programme': {
    title: { ru: 'Мероприятие вне срока программы', en: 'Measure outside the programme' },
    message: {
      ru: '{problem, select, before {Дата {date} раньше программы ({other}).} after {Дата {date} позже срока программы ({other}).} other {Дата {date} позже снятия семьи ({other}).}} Исправьте дату мероприятия или даты программы.',
      en: '{problem, select, before {{date} lies before the programme ({other}).} after {{date} lies after the end of the programme ({other}).} other {{date} lies after the case was closed ({other}).}} Correct the date of the measure or those of the programme.',
    },
    hint: {
      ru: 'Мероприятия проводят в срок программы, пока семья на сопровождении.',
      en: 'Measures belong into the term of the programme, while the case is open.',
    },
  },
  'measure/orphan': {
    title: { ru: 'Мероприятие без семьи', en: 'Measure without a family' },
    message: {
      ru: 'Семьи «{family}» нет в реестре. Исправьте номер дела или внесите семью в реестр.',
      en: 'There is no family “{family}” in the register. Correct the case number or enter the family.',
    },
    hint: {
      ru: 'Проверьте, как номер дела или фамилия записаны в реестре семей.',
      en: 'Check how the case number or the name is written in the register of families.',
    },
  },
};
