import { MOST_OWN_PACK_CHARACTERS, parseOwnPack, type OwnPackOutcome } from '../../../shared/packs/own-pack.ts';

/** Endings and types of files with norms. */
export const OWN_PACK_FILES = '.json,application/json';

/** No character of a text file takes more bytes. */
const BYTES_PER_CHARACTER = 4;

/** The norms in a file that somebody has chosen. One that cannot be read holds none. */
export async function readOwnPack(file: File): Promise<OwnPackOutcome> {
  const isTooLarge = file.size > MOST_OWN_PACK_CHARACTERS * BYTES_PER_CHARACTER;
  return isTooLarge ? { ok: false, why: 'too-large', problems: [] } : parseOwnPack(await file.text().catch(() => ''));
}
