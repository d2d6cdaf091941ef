import { PANE_TEXTS_RU } from './pane-texts-ru.ts';
import type { PaneTextKey } from './pane-texts-ru.ts';
export const PANE_TEXTS_EN: Readonly<Record<PaneTextKey, string>> = PANE_TEXTS_RU;
