import type { RuleTexts } from './rule-text.ts';

export const CELL_TEXTS: RuleTexts<'cell'> = {
  'cell/required': {
    title: { ru: 'Не заполнено обязательное', en: 'Required cell is empty' },
    message: {
      ru: 'Не заполнено: «{field}». {stage, select, survey {После обследования у семьи должны быть куратор и уровень.} contract {У семьи есть договор, значит, должны быть номер и дата договора и дата программы.} other {Без этого заявление не учесть.}} Заполните ячейку.',
      en: 'Not filled in: “{field}”. {stage, select, survey {From the survey on a family has a curator and a level.} contract {The family has a contract, so its number, its date and the date of the programme must be there.} other {The application cannot be counted without it.}} Fill in the cell.',
    },
    hint: {
      ru: 'Если семья снята или в сопровождении отказано, запишите это: тогда поле не требуется.',
      en: 'If the case is closed or was refused, enter that: the field is then not required.',
    },
  },
  'cell/date-invalid': {
    title: { ru: 'Такой даты нет', en: 'No such date' },
    message: {
      ru: '{of, select, birth {Дата рождения ребёнка не читается: «{value}».} list {Не все записи в ячейке — даты: «{value}».} other {«{value}» — это не дата.}} Нужен существующий день, например 31.12.2025. Исправьте ячейку «{field}».',
      en: '{of, select, birth {A child’s birth date cannot be read: “{value}”.} list {Not everything in the cell is a date: “{value}”.} other {“{value}” is not a date.}} Enter a day that exists, such as 31.12.2025. Correct “{field}”.',
    },
    hint: {
      ru: 'Введите день, месяц и год через точку. Проверьте, есть ли в месяце такой день.',
      en: 'Enter day, month and year. Check that the month has such a day.',
    },
  },
  'cell/date-as-text': {
    title: { ru: 'Дата записана текстом', en: 'Date stored as text' },
    message: {
      ru: 'Дата {date} записана текстом: Excel не сможет её сортировать и считать. Замените на настоящую дату.',
      en: 'The date {date} is stored as text: Excel can neither sort it nor calculate with it. Turn it into a real date.',
    },
    hint: {
      ru: 'Нажмите «Исправить»: вместо текста появится дата, день не изменится.',
      en: 'Press “Fix”: the text becomes a date, the day stays.',
    },
  },
  'cell/date-future': {
    title: { ru: 'Дата ещё не наступила', en: 'Date in the future' },
    message: {
      ru: '«{field}» — {date}, это позже дня проверки ({asOf}). Событие уже должно было произойти. Проверьте год и месяц.',
      en: '“{field}” is {date}, later than the day of the check ({asOf}). The event must have happened already. Check year and month.',
    },
    hint: {
      ru: 'Чаще всего опечатка в годе. Запланированное записывают в «Следующий пересмотр» или «Следующее посещение».',
      en: 'Usually a slip in the year. What is planned belongs to the next review or the next visit.',
    },
  },
  'cell/number-invalid': {
    title: { ru: 'Число не подходит', en: 'Not a usable number' },
    message: {
      ru: '«{value}» в поле «{field}»: {problem, select, negative {число не может быть отрицательным} fraction {нужно целое число} other {нужно число}}. Исправьте значение; если ничего нет, впишите 0 или «нет».',
      en: '“{value}” in “{field}”: {problem, select, negative {the number cannot be negative} fraction {a whole number is needed} other {a number is needed}}. Correct it; for nothing, enter 0.',
    },
    hint: {
      ru: 'Впишите только число, без слов и единиц. Пояснения — в примечание.',
      en: 'Enter a number only, without words and units. Explanations belong to the note.',
    },
  },
  'cell/code-unknown': {
    title: { ru: 'Нет в списке', en: 'Not in the list' },
    message: {
      ru: '{count, plural, one {Значения} other {Значений}} «{wordings}» нет в списке для поля «{field}». {known, select, yes {Возможно, имелось в виду «{suggestion}».} other {Выберите значение из списка.}}',
      en: '“{wordings}” {count, plural, one {is} other {are}} not in the list for “{field}”. {known, select, yes {Perhaps “{suggestion}” was meant.} other {Choose a value of the list.}}',
    },
    hint: {
      ru: 'Впишите значение из списка. Если так говорят в вашем регионе, добавьте слово: «Нормы», раздел «Обозначения».',
      en: 'Enter a value from the list. If your region uses this word, add it: “Norms”, part “Wordings”.',
    },
  },
  'cell/mixed-alphabet': {
    title: { ru: 'Русские и латинские буквы в одном слове', en: 'Two alphabets in one word' },
    message: {
      ru: 'В слове «{words}» перемешаны русские и латинские буквы: поиск и фильтр такое слово не найдут. Замените буквы.',
      en: 'The word “{words}” mixes Cyrillic and Latin letters: no search or filter finds it. Replace the letters.',
    },
    hint: {
      ru: 'Нажмите «Исправить»: вид слова не изменится.',
      en: 'Press “Fix”: the word will look the same.',
    },
  },
  'cell/untidy': {
    title: { ru: 'Лишние пробелы', en: 'Stray spaces' },
    message: {
      ru: 'В ячейке «{field}» лишние пробелы или переносы строк. Их можно убрать без вреда для текста.',
      en: 'The cell “{field}” has stray spaces or line breaks. They can be removed without harm to the text.',
    },
    hint: {
      ru: 'Нажмите «Исправить»: останется по одному пробелу между словами.',
      en: 'Press “Fix”: single spaces between words will stay.',
    },
  },
  'cell/formula-error': {
    title: { ru: 'Ошибка в формуле', en: 'Formula error' },
    message: {
      ru: 'Формула в поле «{field}» даёт ошибку {code}. Исправьте формулу или впишите значение.',
      en: 'The formula in “{field}” gives the error {code}. Fix the formula or enter the value.',
    },
    hint: {
      ru: 'Чаще всего удалён столбец или лист, на который ссылается формула.',
      en: 'Usually a column or sheet that the formula points to was deleted.',
    },
  },
  'cell/snils': {
    title: { ru: 'Неверный СНИЛС', en: 'Wrong SNILS number' },
    message: {
      ru: '{problem, select, length {В СНИЛС {digits, plural, one {# цифра} few {# цифры} many {# цифр} other {# цифры}}, а должно быть 11.} other {СНИЛС не сходится с контрольным числом: последние две цифры должны быть {expected}.}} Сверьте номер с документом.',
      en: '{problem, select, length {The SNILS number has {digits, plural, one {# digit} other {# digits}} instead of 11.} other {The SNILS number does not agree with its check number: the last two digits should be {expected}.}} Compare it with the document.',
    },
    hint: {
      ru: 'Формат: 112-233-445 95. Контрольное число проверяется для номеров больше 001-001-998.',
      en: 'Format: 112-233-445 95. The check number counts for numbers above 001-001-998.',
    },
  },
  'cell/phone': {
    title: { ru: 'Неверный телефон', en: 'Wrong phone number' },
    message: {
      ru: 'По номеру «{value}» не дозвониться: {count, plural, =1 {без +7 или 8 в нём} other {в одном из номеров без +7 или 8}} {digits, plural, one {# цифра} few {# цифры} many {# цифр} other {# цифры}}. Нужно 10 цифр, а в местном номере — от 5 до 7. Уточните телефон.',
      en: '“{value}” cannot be called: {count, plural, one {without +7 or 8 it has} other {without +7 or 8 one of the numbers has}} {digits, plural, one {# digit} other {# digits}}. It needs 10, or 5 to 7 for a local number. Ask for the number.',
    },
    hint: {
      ru: 'Несколько номеров разделяйте запятой или точкой с запятой.',
      en: 'Separate several numbers with a comma or semicolon.',
    },
  },
};
