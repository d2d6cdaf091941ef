/** Texts of the region's page in the chosen language. */
import { translator } from './format.ts';
import { REGION_TEXTS_EN } from './region-texts-en.ts';
import { REGION_TEXTS_RU } from './region-texts-ru.ts';

export const regionText = translator({ ru: REGION_TEXTS_RU, en: REGION_TEXTS_EN });
