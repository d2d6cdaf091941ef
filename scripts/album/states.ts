/** Every state of the album, in the order in which people meet them. */
import type { AlbumState } from './album-state.ts';
import { ADMIN_STATES } from './admin-states.ts';
import { CHECK_STATES } from './check-states.ts';
import { EXCEL_STATES } from './excel-states.ts';
import { HAND_IN_STATES } from './hand-in-states.ts';
import { KEY_STATES } from './key-states.ts';
import { NORMS_STATES } from './norms-states.ts';
import { READING_STATES } from './reading-states.ts';
import { REGION_STATES } from './region-states.ts';
import { SENDING_STATES } from './sending-states.ts';
import { START_STATES } from './start-states.ts';

export const ALBUM_STATES: readonly AlbumState[] = [
  ...START_STATES,
  ...CHECK_STATES,
  ...READING_STATES,
  ...NORMS_STATES,
  ...SENDING_STATES,
  ...KEY_STATES,
  ...EXCEL_STATES,
  ...HAND_IN_STATES,
  ...REGION_STATES,
  ...ADMIN_STATES,
];
