import type { RegionRuleId } from '../../domain/rule-ids.ts';
import type { RuleText } from './rule-text.ts';

/** The words of rules over several districts. They name no other district: a district reads them as they are. */
export const REGION_TEXTS: Readonly<Record<RegionRuleId, RuleText>> = {
  'region/family-in-two-districts': {
    title: { ru: 'Семья открыта в двух районах', en: 'Family open in two districts' },
    message: {
      ru: '{state, select, same {Подтверждено: эта семья открыта и в другом районе. Договоритесь, кто её ведёт, и снимите её в остальных районах.} transfer {Подтверждено: семья переехала и принята в другом районе. Снимите её здесь с датой и причиной.} other {Возможно, эта семья открыта и ещё {others, plural, one {в # районе} few {в # районах} many {в # районах} other {в # районах}}. Сверьте данные и ответьте: та же семья, другая семья или переезд.}}',
      en: '{state, select, same {Confirmed: this family is open in another district as well. Agree on who keeps it, and close it in the others.} transfer {Confirmed: the family moved and was taken on in another district. Close it here with date and reason.} other {This family may be open in {others, plural, one {# more district} other {# more districts}}. Compare the data and answer: the same family, another family, or a move.}}',
    },
    hint: {
      ru: 'Имена из другого района не показываются. Если ответы районов разойдутся, решает руководитель региона.',
      en: 'No names of the other district are shown. Where the answers of the districts differ, the region decides.',
    },
  },
  'region/transfer-unmatched': {
    title: { ru: 'Переезд без продолжения', en: 'Move without a continuation' },
    message: {
      ru: 'Семья снята {closedOn} в связи с переездом внутри региона, но ни один район не принял её за {days, plural, one {# день} few {# дня} many {# дней} other {# дня}} (до {due}). Узнайте, где живёт семья, и передайте дело.',
      en: 'The case was closed on {closedOn} because the family moved within the region, but no district took it on within {days, plural, one {# day} other {# days}} (by {due}). Find out where the family lives and hand the case over.',
    },
    hint: {
      ru: 'Если семья уехала в другой субъект РФ, исправьте причину снятия.',
      en: 'If the family left for another region, correct the reason for closing.',
    },
  },
  'region/specialist-load': {
    title: { ru: 'Нагрузка специалиста по всем районам', en: 'Caseload of a specialist over all districts' },
    message: {
      ru: 'У этого специалиста {count, plural, one {# семья} few {# семьи} many {# семей} other {# семьи}} уровня «{level}» в {districts, plural, one {# районе} few {# районах} many {# районах} other {# районах}} (в этом районе {own}); по норме — не более {limit, number} ({norm} на ставку, ставок: {rate, number}). Норма: {source}. Передайте часть семей другому специалисту.',
      en: 'This specialist has {count, plural, one {# family} other {# families}} of the level “{level}” in {districts, plural, one {# district} other {# districts}} ({own} of them in this district); the norm allows {limit, number} ({norm} per post, posts: {rate, number}). Norm: {source}. Hand some of the families over.',
    },
    hint: {
      ru: 'Проверьте ставки в списках специалистов: они складываются по районам.',
      en: 'Check the shares of a post in the staff lists: they add up over the districts.',
    },
  },
};
