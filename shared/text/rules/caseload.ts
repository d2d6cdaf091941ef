import type { RuleTexts } from './rule-text.ts';

const FAMILIES = '{count, plural, one {# семья} few {# семьи} many {# семей} other {# семьи}}';

export const CASELOAD_TEXTS: RuleTexts<'caseload'> = {
  'caseload/over-norm': {
    title: { ru: 'Нагрузка куратора выше нормы', en: 'Caseload over the norm' },
    message: {
      ru: `Куратор {curator}: ${FAMILIES} ({level}), а по норме не больше {limit, number} (норма {norm}, ставка {rate, number}). Норма: {source}. Передайте часть семей другому специалисту.`,
      en: '{curator} has {count} open cases ({level}); the norm allows {limit, number} ({norm} at a rate of {rate, number}). Norm: {source}. Pass some families to another specialist.',
    },
    hint: {
      ru: 'Считаются открытые семьи этого уровня. Передайте семьи, закройте законченные или проверьте ставку в списке специалистов.',
      en: 'Open cases of this level count. Pass families on, close the finished ones, or check the rate in the staff list.',
    },
  },
  'caseload/over-weighted': {
    title: { ru: 'Общая нагрузка выше ставки', en: 'Total load above the rate' },
    message: {
      ru: `Куратор {curator}: ${FAMILIES}. По каждому уровню норма соблюдена, но вместе это {load, number} ставки при ставке {rate, number}. Передайте часть семей другому специалисту.`,
      en: '{curator} has {count} open cases. Each level is within its norm, but together they make {load, number} posts at a rate of {rate, number}. Pass some families to another specialist.',
    },
    hint: {
      ru: 'Доли по уровням складываются: число семей делится на норму уровня.',
      en: 'The parts by level add up: the number of families divided by the norm of the level.',
    },
  },
  'caseload/near-norm': {
    title: { ru: 'Нагрузка близка к норме', en: 'Caseload close to the norm' },
    message: {
      ru: `Куратор {curator}: ${FAMILIES} ({level}) при норме {limit, number}. Новые семьи лучше поручить другому специалисту. Норма: {source}.`,
      en: '{curator} has {count} open cases ({level}) with a norm of {limit, number}. Give new families to another specialist. Norm: {source}.',
    },
    hint: {
      ru: 'Это только сведение на будущее: исправлять в реестре ничего не нужно.',
      en: 'A hint for the future only: nothing needs correcting in the register.',
    },
  },
};
