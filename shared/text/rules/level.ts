import type { RuleTexts } from './rule-text.ts';

export const LEVEL_TEXTS: RuleTexts<'level'> = {
  'level/unknown': {
    title: { ru: 'Неизвестный уровень', en: 'Unknown level' },
    message: {
      ru: 'Уровня «{text}» нет в списке. Выберите один из уровней: {known}.',
      en: '“{text}” is no level of the list. Choose one of: {known}.',
    },
    hint: {
      ru: 'Впишите уровень так, как он назван в нормах. Если в вашем регионе он называется иначе, добавьте название: «Нормы», раздел «Обозначения».',
      en: 'Enter the level as the norms name it. If your region uses another name, add it: “Norms”, part “Wordings”.',
    },
  },
  'level/adaptation-first-year': {
    title: { ru: 'Адаптационный уровень дольше первого года', en: 'Adaptation level beyond the first year' },
    message: {
      ru: 'Указан {level}, а он только на {months, plural, one {# месяц} few {# месяца} many {# месяцев} other {# месяца}} после образования семьи ({since}), то есть по {until}. Переведите семью на другой уровень. Норма: {source}.',
      en: 'The {level} is only for {months, plural, one {# month} other {# months}} after the family was formed ({since}), until {until}. Move the family to another level. Norm: {source}.',
    },
    hint: {
      ru: 'Переведите семью на другой уровень и запишите дату перевода, или исправьте дату образования семьи.',
      en: 'Move the family to another level and enter the date, or correct the date on which the family was formed.',
    },
  },
  'level/sign-mismatch': {
    title: { ru: 'Признак другого уровня', en: 'Sign of another level' },
    message: {
      ru: 'Признак «{signs}» относится к другому уровню: {expected}. У семьи указан {level}. Проверьте уровень и признак.',
      en: 'The sign “{signs}” belongs to the {expected}, but the family is at the {level}. Check the level and the sign.',
    },
    hint: {
      ru: 'Исправьте уровень или признак. Если семью перевели, признак прежнего уровня можно убрать.',
      en: 'Correct the level or the sign. After a transfer the sign of the former level can go.',
    },
  },
  'level/transfer-order': {
    title: { ru: 'Переводы не по порядку', en: 'Transfers out of order' },
    message: {
      ru: '{problem, select, order {Перевод {day} записан после перевода {other}. Запишите переводы по порядку дат.} beforeStart {Перевод {day} раньше начала сопровождения ({other}). Исправьте одну из дат.} other {Перевод {day} позже снятия семьи ({other}). Исправьте одну из дат.}}',
      en: '{problem, select, order {The transfer of {day} stands after the one of {other}. Put transfers in order of their dates.} beforeStart {The transfer of {day} lies before the start of support ({other}). Correct one of the dates.} other {The transfer of {day} lies after the case was closed ({other}). Correct one of the dates.}}',
    },
    hint: {
      ru: 'Переводы записываются по порядку и лежат между началом сопровождения и снятием.',
      en: 'Transfers stand in order and lie between the start of support and its end.',
    },
  },
  'level/term-exceeded': {
    title: { ru: 'Срок сопровождения истёк', en: 'Term of support has passed' },
    message: {
      ru: '{by, select, norm {Срок ({level}, {months, plural, one {# месяц} few {# месяца} many {# месяцев} other {# месяца}}) истёк {end}. Норма: {source}.} ownTerm {Срок сопровождения семьи — {months, plural, one {# месяц} few {# месяца} many {# месяцев} other {# месяца}} — истёк {end}.} other {Срок программы истёк {end}.}} Снимите семью, переведите на другой уровень или продлите программу и внесите дату.',
      en: '{by, select, norm {The term of the {level} ({months, plural, one {# month} other {# months}}) passed on {end}. Norm: {source}.} ownTerm {The family’s own term ({months, plural, one {# month} other {# months}}) passed on {end}.} other {The programme ended on {end}.}} Close the case, move it to another level, or renew the programme and enter the date.',
    },
    hint: {
      ru: 'Запишите снятие, перевод на другой уровень или новый срок программы.',
      en: 'Enter the closing, the transfer, or the new term of the programme.',
    },
  },
};
