import type { RuleTexts } from './rule-text.ts';

export const AGE_TEXTS: RuleTexts<'age'> = {
  'age/youngest-adult': {
    title: { ru: 'Младшему ребёнку исполнилось 18', en: 'Youngest child is 18' },
    message: {
      ru: 'Младшему ребёнку ({birthDate}) уже {years} лет, а семья не снята. Снимите семью с сопровождения или исправьте дату рождения.',
      en: 'The youngest child (born {birthDate}) is already {years}, but the case is open. Close the case or correct the birth date.',
    },
    hint: {
      ru: 'Запишите дату снятия и причину «достижение младшим ребёнком возраста 18 лет».',
      en: 'Enter the closing date and the reason “youngest child has reached 18”.',
    },
  },
  'age/applicant-too-young': {
    title: { ru: 'Заявитель слишком мал', en: 'Applicant too young' },
    message: {
      ru: 'Несовершеннолетнему заявителю на {applied} было {age, plural, one {# год} few {# года} many {# лет} other {# года}}, а подать заявление можно с {minAge} лет. Норма: {source}. Проверьте дату рождения и кто обратился.',
      en: 'The minor was {age} on {applied}, but may apply from the age of {minAge}. Norm: {source}. Check the birth date and who applied.',
    },
    hint: {
      ru: 'Исправьте дату рождения или укажите заявителем родителя либо орган системы профилактики.',
      en: 'Correct the birth date, or name a parent or a body of the prevention system as the applicant.',
    },
  },
};
