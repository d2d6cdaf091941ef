import type { RuleTexts } from './rule-text.ts';

const STEP_NAMES_RU =
  'application {заявление} survey {обследование} programme {программа} decision {решение} contract {договор} start {начало сопровождения} firstVisit {первое посещение} other {снятие}';
const STEP_NAMES_EN =
  'application {application} survey {survey} programme {programme} decision {decision} contract {contract} start {start of support} firstVisit {first visit} other {closing}';

const stepNameRu = (param: string): string => `{${param}, select, ${STEP_NAMES_RU}}`;
const stepNameEn = (param: string): string => `{${param}, select, ${STEP_NAMES_EN}}`;

const days = (param: string, kind: readonly [one: string, many: string]): string =>
  `{${param}, plural, one {# ${kind[0]} день} few {# ${kind[1]} дня} many {# ${kind[1]} дней} other {# ${kind[0]} дня}}`;
const WORKING = ['рабочий', 'рабочих'] as const;
const CALENDAR = ['календарный', 'календарных'] as const;

const LIMIT_RU = `{unit, select, wd {${days('limit', WORKING)}} cd {${days('limit', CALENDAR)}} other {{limit, plural, one {# месяц} few {# месяца} many {# месяцев} other {# месяца}}}}`;
const LIMIT_EN =
  '{unit, select, wd {{limit, plural, one {# working day} other {# working days}}} cd {{limit, plural, one {# calendar day} other {# calendar days}}} other {{limit, plural, one {# month} other {# months}}}}';
const LATE_RU = `{lateUnit, select, wd {${days('daysLate', WORKING)}} other {${days('daysLate', CALENDAR)}}}`;
const LATE_EN =
  '{lateUnit, select, wd {{daysLate, plural, one {# working day} other {# working days}}} other {{daysLate, plural, one {# calendar day} other {# calendar days}}}}';
const MONTHS_RU = '{months, plural, one {# месяц} few {# месяца} many {# месяцев} other {# месяца}}';

export const DEADLINE_TEXTS: RuleTexts<'deadline'> = {
  'deadline/late': {
    title: { ru: 'Срок нарушен', en: 'Done after the deadline' },
    message: {
      ru: `Опоздание на ${LATE_RU}: ${stepNameRu('to')}. На этот шаг ${LIMIT_RU} после шага «${stepNameRu('from')}» ({fromDate}), последний день {due}. Норма: {source}. Проверьте даты; если они верны, поясните причину.`,
      en: `Late by ${LATE_EN}: ${stepNameEn('to')}. It is due within ${LIMIT_EN} after the ${stepNameEn('from')} ({fromDate}), at the latest on {due}. Norm: {source}. Check the dates; if they are right, explain the reason.`,
    },
    hint: {
      ru: 'Если дата записана с ошибкой, исправьте её. Если срок правда нарушен, нажмите «Пояснить» и укажите причину.',
      en: 'Correct the date if it is a slip. If the deadline was really missed, explain the finding.',
    },
  },
  'deadline/overdue': {
    title: { ru: 'Срок прошёл, шаг не сделан', en: 'Deadline passed, step not done' },
    message: {
      ru: `Не сделано или не записано: ${stepNameRu('to')}. Срок прошёл {due}: ${LIMIT_RU} после шага «${stepNameRu('from')}» ({fromDate}). Норма: {source}. Впишите дату или сделайте шаг.`,
      en: `Not done or not entered: ${stepNameEn('to')}. It was due on {due}, ${LIMIT_EN} after the ${stepNameEn('from')} ({fromDate}). Norm: {source}. Enter the date or take the step.`,
    },
    hint: {
      ru: 'Если шаг сделан, впишите его дату. Если в сопровождении отказано, укажите решение «отказано».',
      en: 'Enter the date if the step has been taken. If support was refused, enter the decision “refused”.',
    },
  },
  'deadline/order': {
    title: { ru: 'Даты не по порядку', en: 'Dates out of order' },
    message: {
      ru: `Даты не по порядку: ${stepNameRu('to')} ({date}) раньше, чем ${stepNameRu('from')} ({fromDate}). Исправьте одну из дат.`,
      en: `Dates out of order: ${stepNameEn('to')} ({date}) lies before ${stepNameEn('from')} ({fromDate}). Correct one of the dates.`,
    },
    hint: {
      ru: 'Порядок шагов: заявление, обследование, программа, решение, договор, начало, снятие. Шаги одного дня допустимы.',
      en: 'Order of steps: application, survey, programme, decision, contract, start, closing. Steps on one day are fine.',
    },
  },
  'deadline/step-skipped': {
    title: { ru: 'Пропущен шаг', en: 'Step skipped' },
    message: {
      ru: `Нет даты: ${stepNameRu('step')}, хотя следующий шаг уже записан: ${stepNameRu('later')}{laterDate, select, none {} other { ({laterDate})}}. Впишите пропущенную дату.`,
      en: `No date: ${stepNameEn('step')}, although a later step is entered: ${stepNameEn('later')}{laterDate, select, none {} other { ({laterDate})}}. Enter the missing date.`,
    },
    hint: {
      ru: 'Впишите дату пропущенного шага из документов семьи.',
      en: 'Enter the date of the missing step from the papers of the family.',
    },
  },
  'deadline/program-revision': {
    title: { ru: 'Программа не пересмотрена', en: 'Programme not revised' },
    message: {
      ru: `Программа от {programDate} не пересматривалась дольше ${'{months, plural, one {# месяца} few {# месяцев} many {# месяцев} other {# месяца}}'}: пересмотр нужен был до {due}. Норма: {source}. Пересмотрите программу и впишите дату.`,
      en: 'The programme of {programDate} has not been revised for more than {months} months: it was due on {due}. Norm: {source}. Revise it and enter the date.',
    },
    hint: {
      ru: 'Впишите дату пересмотра или новую дату программы.',
      en: 'Enter the date of the review or the new date of the programme.',
    },
  },
  'deadline/review-overdue': {
    title: { ru: 'Пересмотр просрочен', en: 'Review overdue' },
    message: {
      ru: `Пересмотр ({level}) нужен раз в ${MONTHS_RU}. {basis, select, review {Последний был {since}} other {На этом уровне семья с {since}}}, следующий — не позже {due}. Норма: {source}. Проведите пересмотр и впишите дату.`,
      en: 'A review ({level}) is due every {months, plural, one {month} other {# months}}. {basis, select, review {The last one was on {since}} other {The level holds since {since}}}, the next was due on {due}. Norm: {source}. Review the case and enter the date.',
    },
    hint: {
      ru: 'Впишите дату последнего пересмотра (консилиума).',
      en: 'Enter the date of the last review.',
    },
  },
  'deadline/non-working-day': {
    title: { ru: 'Дата в выходной', en: 'Date on a day off' },
    message: {
      ru: '{date} — нерабочий день по производственному календарю. Проверьте дату.',
      en: '{date} is a day off in the calendar of working days. Check the date.',
    },
    hint: {
      ru: 'Если заявление пришло в выходной, его регистрируют в первый рабочий день.',
      en: 'What arrives on a day off is registered on the first working day after it.',
    },
  },
};
