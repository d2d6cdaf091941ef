/** Texts of the pane in the chosen language. */
import { translator } from './format.ts';
import { PANE_TEXTS_EN } from './pane-texts-en.ts';
import { PANE_TEXTS_RU } from './pane-texts-ru.ts';

export const paneText = translator({ ru: PANE_TEXTS_RU, en: PANE_TEXTS_EN });
