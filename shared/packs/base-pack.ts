/** What is known for every region: code lists, procedure and federal deadlines. No region's norm is here. */
import { COMMON_CODES } from './code-lists.ts';
import type { PackInput } from './pack.ts';

type SourceInput = PackInput['basis'][number];

const S001: SourceInput = {
  id: 'S001',
  text: {
    ru: 'Буклет о социальном сопровождении семей с детьми: адаптационный уровень — первый год после образования семьи',
    en: 'Leaflet on social support of families: the adaptation level is for the first year after the family was formed',
  },
  status: 'confirmed',
};

const S002: SourceInput = {
  id: 'S002',
  text: {
    ru: 'Алгоритм социального сопровождения, постановление областной МКДН от 20.04.2017 № 2.3.-П\\25',
    en: 'Algorithm of social support, resolution of the regional commission of 20.04.2017 No. 2.3.-П\\25',
  },
  status: 'confirmed',
};

const S003: SourceInput = {
  id: 'S003',
  text: {
    ru: 'Яковлевский городской округ, 2019: не менее 30 % получателей снять в связи с положительной динамикой',
    en: 'Yakovlevsky district, 2019: at least 30 % of recipients to be taken off for positive dynamics',
  },
  status: 'confirmed',
};

const REGULATION_URL = 'https://docs.cntd.ru/document/428586557/titles/MAO98C';

/** The pack that others extend. It is not offered for choice itself. */
export const BASE_PACK: PackInput = {
  id: 'base',
  version: '1',
  title: { ru: 'Общая основа', en: 'Common base' },
  basis: [S001, S002],
  scope: { categories: null },
  levels: {
    ADAPT: { firstYear: { months: 12, kind: 'required', source: S001 } },
    BASE: {},
    CRISIS: {},
    URGENT: {},
  },
  deadlines: [
    {
      id: 'application-decision',
      from: 'application',
      to: 'decision',
      n: 5,
      unit: 'wd',
      shiftIfOff: true,
      kind: 'required',
      source: {
        id: 'D01',
        text: {
          ru: '442-ФЗ, ст. 15: 5 рабочих дней от заявления',
          en: '442-FZ, art. 15: 5 working days from application',
        },
        url: REGULATION_URL,
        status: 'unconfirmed',
      },
    },
    {
      id: 'application-programme',
      from: 'application',
      to: 'programme',
      n: 10,
      unit: 'wd',
      shiftIfOff: true,
      kind: 'required',
      source: {
        id: 'D02',
        text: {
          ru: '442-ФЗ, ст. 16: 10 рабочих дней от заявления, считая и решение',
          en: '442-FZ, art. 16: 10 working days from the application, the decision included',
        },
        url: REGULATION_URL,
        status: 'confirmed',
      },
    },
    {
      id: 'programme-contract',
      from: 'programme',
      to: 'contract',
      n: 1,
      unit: 'cd',
      shiftIfOff: true,
      kind: 'required',
      enabled: false,
      source: {
        id: 'D04',
        text: {
          ru: '442-ФЗ, ст. 17: в течение суток от представления программы (не подтверждено)',
          en: '442-FZ, art. 17: within 24 hours after the programme is presented (not confirmed)',
        },
        status: 'unconfirmed',
      },
    },
  ],
  stepOrder: ['application', 'survey', 'programme', 'decision', 'contract', 'start', 'closing'],
  programRevision: {
    months: 36,
    kind: 'required',
    source: {
      id: 'D05',
      text: {
        ru: '442-ФЗ, ст. 16: пересмотр не реже раза в три года',
        en: '442-FZ, art. 16: revision at least once in 3 years',
      },
      url: 'https://cso-tacina.ru/index.php/novosti/906-6847-74',
      status: 'confirmed',
    },
  },
  applicantMinAge: { years: 10, kind: 'required', source: S002 },
  positiveShare: { target: 0.3, base: 'a', source: S003 },
  codes: COMMON_CODES,
};
