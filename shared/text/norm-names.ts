/** Names of norms and levels for «Не проверено», by the detail that a rule gives. Other packs' own ids stand as they are. */
import type { Bilingual } from './rules/rule-text.ts';

export const NORM_NAMES: Readonly<Record<string, Bilingual>> = {
  'level:ADAPT': { ru: 'адаптационный уровень', en: 'adaptation level' },
  'level:BASE': { ru: 'базовый уровень', en: 'basic level' },
  'level:CRISIS': { ru: 'кризисный уровень', en: 'crisis level' },
  'level:URGENT': { ru: 'экстренный уровень', en: 'urgent level' },
  'deadline:application-survey': { ru: 'от заявления до обследования', en: 'from application to survey' },
  'deadline:application-decision': { ru: 'от заявления до решения', en: 'from application to decision' },
  'deadline:application-programme': { ru: 'от заявления до программы', en: 'from application to programme' },
  'deadline:programme-contract': { ru: 'от программы до договора', en: 'from programme to contract' },
  'deadline:decision-contract': { ru: 'от решения до договора', en: 'from decision to contract' },
  'deadline:contract-first-visit': { ru: 'от договора до первого посещения', en: 'from contract to first visit' },
  firstYear: { ru: 'первый год семьи', en: 'first year of the family' },
  programRevision: { ru: 'срок пересмотра программы', en: 'revision of the programme' },
  applicantMinAge: { ru: 'наименьший возраст заявителя', en: 'least age of the applicant' },
  'codes.signs': { ru: 'признаки уровней', en: 'signs of levels' },
};
