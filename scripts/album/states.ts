/** Every state of the album, in the order in which people meet them. */
import type { AlbumState } from './album-state.ts';
import { START_STATES } from './start-states.ts';

export const ALBUM_STATES: readonly AlbumState[] = [...START_STATES];
