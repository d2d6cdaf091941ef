/** A small pack for the tests of reading: the words of the four levels and of the lists that cells name. */
import { packSchema } from '../packs/pack.ts';
import type { Pack } from '../packs/pack.ts';

const source = { text: { ru: 'Выдумано для проверки', en: 'Invented for tests' }, status: 'invented' as const };
const entry = (code: string, ru: string, ...aliases: readonly string[]) => ({
  code,
  title: { ru, en: code.toLowerCase() },
  aliases: [...aliases],
});

/** Lists of codes with the wordings of rules.md; no norms. */
export const TESTING_PACK: Pack = packSchema.parse({
  id: 'testing',
  version: '1',
  title: { ru: 'Для проверки', en: 'For tests' },
  basis: [source],
  scope: { categories: null },
  levels: {},
  deadlines: [],
  stepOrder: [],
  positiveShare: { target: null, base: 'a', source },
  codes: {
    levels: [
      entry('ADAPT', 'адаптационный уровень', 'адаптационный', 'адаптация', 'А'),
      entry('BASE', 'базовый (профилактический) уровень', 'базовый', 'профилактический', 'базовый уровень', 'Б'),
      entry('CRISIS', 'кризисный уровень', 'кризисный', 'кризис', 'К'),
      entry('URGENT', 'экстренный уровень', 'экстренный', 'Э'),
    ],
    categories: [
      entry('CAT01', 'замещающие семьи', 'замещающая', 'замещающая семья'),
      entry('CAT02', 'семьи, воспитывающие детей-инвалидов', 'ребенок-инвалид', 'Семья с ребенком-инвалидом'),
      entry(
        'CAT03',
        'семьи, воспитывающие детей с ОВЗ от рождения до 3-х лет',
        'ОВЗ до 3 лет',
        'Ребенок с ОВЗ (0-3 года)',
      ),
      entry('CAT04', 'многодетные семьи', 'многодетная', 'многодетная семья'),
      entry('CAT05', 'малообеспеченные семьи', 'малообеспеченная', 'малоимущая'),
      entry('CAT06', 'семьи, имеющие намерение отказаться от ребенка', 'намерение отказаться от ребенка'),
      entry('CAT07', 'семьи с одним родителем', 'неполная', 'один родитель'),
      entry('CAT08', 'семьи, находящиеся в социально опасном положении', 'СОП', 'социально-опасное положение'),
      entry('CAT09', 'семьи переселенцев, беженцев, мигрантов', 'переселенцы', 'мигранты'),
      entry(
        'CAT10',
        'родители с алкогольной или наркотической зависимостью',
        'алкогольная зависимость родителей',
        'наркотическая зависимость родителей',
      ),
      entry('CAT11', 'несовершеннолетний в конфликте с законом', 'конфликт с законом'),
      entry('CAT12', 'женщины с детьми и беременные в трудной жизненной ситуации', 'ТЖС', 'трудная жизненная ситуация'),
    ],
    signs: [entry('B1', 'педагогическая безграмотность родителей'), entry('B5', 'послеразводное состояние')],
    sources: [
      entry('APP_PARENT', 'заявление родителя'),
      entry('APP_REP', 'заявление законного представителя'),
      entry('APP_MINOR', 'заявление несовершеннолетнего'),
      entry('MSG_KDN', 'сообщение КДНиЗП'),
      entry('MSG_SCHOOL', 'сообщение школы'),
      entry('MSG_POLICE', 'сообщение полиции'),
      entry('MSG_CLINIC', 'сообщение поликлиники'),
      entry('MSG_GUARD', 'сообщение органа опеки'),
      entry('MSG_BODY', 'сообщение органа системы профилактики'),
    ],
    forms: [entry('INDIVIDUAL', 'индивидуальное'), entry('GROUP', 'групповое')],
    applicantKinds: [
      entry('PARENT', 'родитель'),
      entry('MINOR', 'несовершеннолетний'),
      entry('AGENCY', 'орган системы профилактики'),
    ],
    decisions: [entry('APPROVED', 'одобрено'), entry('REFUSED', 'отказано')],
    results: [
      entry('R01', 'положительная динамика', 'улучшение ситуации'),
      entry('R02', 'достижение младшим ребенком возраста 18 лет', 'достижение младшим ребенком 18 лет'),
      entry('R03', 'заявление родителей'),
      entry('R05', 'убытие в другой субъект РФ'),
      entry('R06', 'письменный отказ законного представителя', 'отказ законного представителя'),
      entry('R07', 'окончание срока программы', 'окончание срока договора'),
      entry('R10', 'нарушение условий договора'),
    ],
    helpKinds: [
      entry('MEDICAL', 'медицинская'),
      entry('LEGAL', 'юридическая'),
      entry('PSYCHOLOGICAL', 'психологическая'),
    ],
  },
});
