import type { RuleTexts } from './rule-text.ts';

export const TABLE_TEXTS: RuleTexts<'table'> = {
  'table/column-missing': {
    title: { ru: 'Нет нужного столбца', en: 'Column missing' },
    message: {
      ru: 'На листе «{sheet}» не найден столбец «{field}»: проверки, которым он нужен, не выполнены. Добавьте столбец или укажите его в разделе «Как прочитано».',
      en: 'The sheet “{sheet}” has no column “{field}”: checks that need it were not made. Add it, or name it under “How it was read”.',
    },
    hint: {
      ru: 'Если столбец есть, но назван иначе, укажите его в разделе «Как прочитано» — книга это запомнит.',
      en: 'If the column is there under another name, choose it under “How it was read”: the workbook remembers.',
    },
  },
  'table/column-duplicate': {
    title: { ru: 'Столбец повторяется', en: 'Column repeated' },
    message: {
      ru: 'Второй столбец для поля «{field}». Проверяется только первый («{firstHeading}»). Объедините столбцы или переименуйте один из них.',
      en: 'A second column for “{field}”. Only the first (“{firstHeading}”) is checked. Merge the two, or rename one.',
    },
    hint: {
      ru: 'Перенесите значения в первый столбец или укажите в разделе «Как прочитано», что означает второй.',
      en: 'Move the values to the first column, or say under “How it was read” what the second one means.',
    },
  },
  'table/numbering': {
    title: { ru: 'Сбой нумерации', en: 'Numbering slip' },
    message: {
      ru: '{problem, select, gap {Пропуск в нумерации} other {Номер повторяется}}: стоит {number}, а ожидался {expected}. Проверьте, не потеряна ли строка и нет ли повтора.',
      en: '{problem, select, gap {A gap in the numbering} other {A number is repeated}}: {number} instead of {expected}. Check whether a row was lost or pasted twice.',
    },
    hint: {
      ru: 'Нумерация может начинаться заново с нового года или нового раздела.',
      en: 'Numbering may start again with the year or a section.',
    },
  },
};
