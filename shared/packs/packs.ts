/** The packs that come with the product. A region may bring its own, made with extendPack. */
import { BASE_PACK } from './base-pack.ts';
import { extendPack } from './extend-pack.ts';
import type { PackDifferences } from './extend-pack.ts';
import { packSchema } from './pack.ts';
import type { Pack, PackInput } from './pack.ts';

type SourceInput = PackInput['basis'][number];

/** The signs that a source ties to the base level. */
const BASE_LEVEL_SIGNS = ['B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7', 'B8'].map((code) => ({ code, level: 'BASE' }));

const S004: SourceInput = {
  id: 'S004',
  text: {
    ru: 'Ханты-Мансийский центр социальной помощи семье и детям, брошюра «Базовый уровень», 2018',
    en: 'Khanty-Mansiysk centre of social help for family and children, brochure on the base level, 2018',
  },
  url: 'http://zabota.usonnf.ru/socialnoe-soprovozhdenie-semey-s-detmi',
  status: 'confirmed',
};

const sinceBrochure = { source: S004, validFrom: '2018-01-01' } as const;

const HMAO_2018: PackDifferences = {
  id: 'hmao-2018',
  version: '1.0.0',
  title: { ru: 'ХМАО — Югра, брошюра 2018 года', en: 'KhMAO — Yugra, brochure of 2018' },
  validFrom: '2018-01-01',
  basis: [
    S004,
    {
      text: {
        ru: 'Приказ Депсоцразвития Югры от 21.06.2016 N 422-р о модельной программе',
        en: 'Order of the social development department of Yugra of 21.06.2016 No. 422-р on the model programme',
      },
      url: 'http://zabota.usonnf.ru/socialnoe-soprovozhdenie-semey-s-detmi',
      status: 'unconfirmed',
    },
  ],
  levels: {
    BASE: {
      caseload: { max: 24, kind: 'recommended', ...sinceBrochure },
      term: { months: 12, kind: 'recommended', ...sinceBrochure },
      visits: { min: 2, per: 'month', kind: 'required', ...sinceBrochure },
    },
  },
  codes: { signs: BASE_LEVEL_SIGNS },
};

const TULA: SourceInput = {
  id: 'TULA',
  text: {
    ru: 'Тульская область, приказ минтруда «Об организации сопровождения замещающих семей»',
    en: 'Tula region, order of the ministry of labour on support of substitute families',
  },
  url: 'https://russian.city/tula/261094945/',
  status: 'confirmed',
};

const TULA_SUBSTITUTE: PackDifferences = {
  id: 'tula-substitute',
  version: '1.0.0',
  title: { ru: 'Тульская область, замещающие семьи', en: 'Tula region, substitute families' },
  basis: [TULA],
  scope: { categories: ['CAT01'] },
  levels: {
    ADAPT: {
      term: { months: 12, kind: 'max', source: TULA },
      review: { everyMonths: 3, kind: 'max', source: TULA },
      firstYear: { months: 12, kind: 'max', source: TULA },
    },
  },
  codes: {
    levels: [
      { code: 'BASE', aliases: ['базовый (мониторинговый)', 'мониторинговый', 'базовый (мониторинговый) уровень'] },
    ],
  },
};

const INVENTED: SourceInput = {
  text: { ru: 'учебный набор: норма придумана', en: 'training pack: an invented norm' },
  status: 'invented',
};

interface TrainingNorms {
  readonly caseload: number;
  readonly term: number;
  readonly visits: readonly [number, 'week' | 'month' | 'quarter'];
  readonly review: number;
}

const trainingLevel = ({ caseload, term, visits: [min, per], review }: TrainingNorms) =>
  ({
    caseload: { max: caseload, kind: 'max', source: INVENTED },
    term: { months: term, kind: 'max', source: INVENTED },
    visits: { min, per, kind: 'required', source: INVENTED },
    review: { everyMonths: review, kind: 'required', source: INVENTED },
  }) as const;

const trainingDeadline = { shiftIfOff: true, kind: 'required', source: INVENTED } as const;

const TRAINING: PackDifferences = {
  id: 'training',
  version: '1.0.0',
  title: { ru: 'Учебный набор', en: 'Training set' },
  notice: {
    ru: 'Учебный набор норм: нормы в нём придуманы. Для настоящей проверки выберите набор своего региона.',
    en: "A training set: its norms are invented. For real work choose your region's set.",
  },
  basis: [INVENTED],
  levels: {
    ADAPT: trainingLevel({ caseload: 30, term: 12, visits: [1, 'month'], review: 6 }),
    BASE: trainingLevel({ caseload: 24, term: 12, visits: [2, 'month'], review: 6 }),
    CRISIS: trainingLevel({ caseload: 12, term: 6, visits: [1, 'week'], review: 3 }),
    URGENT: trainingLevel({ caseload: 6, term: 3, visits: [2, 'week'], review: 1 }),
  },
  deadlines: [
    { id: 'application-survey', from: 'application', to: 'survey', n: 3, unit: 'wd', ...trainingDeadline },
    { id: 'decision-contract', from: 'decision', to: 'contract', n: 5, unit: 'wd', ...trainingDeadline },
    {
      id: 'contract-first-visit',
      from: 'contract',
      to: 'firstVisit',
      n: 10,
      unit: 'cd',
      ...trainingDeadline,
      shiftIfOff: false,
    },
  ],
  codes: { signs: BASE_LEVEL_SIGNS },
};

/** The packs that come with the product, the default first. */
export const PACKS: readonly Pack[] = [HMAO_2018, TULA_SUBSTITUTE, TRAINING].map((differences) =>
  packSchema.parse(extendPack(BASE_PACK, differences)),
);

/** The pack that a workbook begins with. */
export const DEFAULT_PACK_ID = 'hmao-2018';

/** The pack of an id; undefined for an id that comes with no pack. */
export function packById(id: string): Pack | undefined {
  return PACKS.find((pack) => pack.id === id);
}
