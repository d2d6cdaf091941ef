import type { RuleTexts } from './rule-text.ts';

export const IDENTITY_TEXTS: RuleTexts<'identity'> = {
  'identity/case-number-duplicate': {
    title: { ru: 'Номер дела повторяется', en: 'Case number used twice' },
    message: {
      ru: 'Номер дела «{caseNo}» уже стоит в строке {firstRow}. У каждой семьи должен быть свой номер: посещения засчитаны первой строке. Исправьте номер.',
      en: 'Case number “{caseNo}” is already in row {firstRow}. Each family needs a number of its own: visits count for the first row. Correct the number.',
    },
    hint: {
      ru: 'Если это одна и та же семья, удалите лишнюю строку; если разные — дайте второй свободный номер.',
      en: 'For one family, delete the extra row; for two, give the second a free number.',
    },
  },
  'identity/family-duplicate': {
    title: { ru: 'Семья записана дважды', en: 'Family registered twice' },
    message: {
      ru: 'Похоже, эта семья уже есть в строке {firstRow} листа «{firstSheet}» ({first}): совпадает СНИЛС или заявитель и дата рождения ребёнка, и оба дела открыты. Оставьте одно дело.',
      en: 'This family seems to be already in row {firstRow} of “{firstSheet}” ({first}): the SNILS number, or the applicant and a child’s birth date, are the same and both cases are open. Keep one.',
    },
    hint: {
      ru: 'Закройте или удалите лишнюю запись. Если это разные семьи, поясните замечание.',
      en: 'Close or delete the extra record. If the families are different, explain the finding.',
    },
  },
  'identity/visit-orphan': {
    title: { ru: 'Посещение неизвестной семьи', en: 'Visit to an unknown family' },
    message: {
      ru: 'Семьи «{family}» нет в реестре, посещение никому не засчитано. Проверьте номер дела или фамилию.',
      en: 'The register has no family “{family}”, the visit counts for nobody. Check the case number or the name.',
    },
    hint: {
      ru: 'Чаще всего опечатка в номере дела. Если семью сопровождают, добавьте её в реестр. Если в ячейке несколько семей, запишите каждую в своей строке.',
      en: 'Usually a slip in the case number. If the family is supported, add it to the register. If the cell names several families, give each a line of its own.',
    },
  },
  'identity/curator-variant': {
    title: { ru: 'Куратор записан по-разному', en: 'Curator written in two ways' },
    message: {
      ru: '{problem, select, unknown {Куратора «{value}» нет в списке специалистов.} other {Один и тот же куратор записан по-разному: здесь «{value}».}} {known, select, yes {Правильно: «{right}».} other {Проверьте фамилию и инициалы.}} Иначе нагрузка считается неверно.',
      en: '{problem, select, unknown {The staff list has no “{value}”.} other {One curator is written in two ways: here “{value}”.}} {known, select, yes {The right form is “{right}”.} other {Check the name and initials.}} Otherwise the caseload is counted wrongly.',
    },
    hint: {
      ru: 'Пишите куратора так, как в списке специалистов, или везде одинаково.',
      en: 'Write the curator as the staff list does, or always in the same way.',
    },
  },
};
