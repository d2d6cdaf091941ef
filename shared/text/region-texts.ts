/** Texts of the region's page in the chosen language. */
import { translator } from './format.ts';
import { REGION_REPORT_TEXTS_EN, REGION_REPORT_TEXTS_RU } from './region-report-texts.ts';
import { REGION_TEXTS_EN } from './region-texts-en.ts';
import { REGION_TEXTS_RU } from './region-texts-ru.ts';

const RU = { ...REGION_TEXTS_RU, ...REGION_REPORT_TEXTS_RU };

export type RegionTextKey = keyof typeof RU;

export const regionText = translator<RegionTextKey>({ ru: RU, en: { ...REGION_TEXTS_EN, ...REGION_REPORT_TEXTS_EN } });
