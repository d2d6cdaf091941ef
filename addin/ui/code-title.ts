import { fieldSpec } from '../../shared/domain/fields.ts';
import type { Pack } from '../../shared/packs/pack.ts';
import { SENT_KINDS } from '../../shared/privacy/travel.ts';
import type { Language } from '../../shared/text/format.ts';

/** The words of a code («CAT04») in the pack's list for a field; the code itself where the list has none. */
export function codeTitle(
  field: string,
  code: string,
  { pack, language }: { pack: Pack | undefined; language: Language },
) {
  const list = SENT_KINDS.map((kind) => fieldSpec(kind, field)?.codeList).find((one) => one !== undefined);
  if (!pack || !list) return code;
  return pack.codes[list].find((entry) => entry.code === code)?.title[language] ?? code;
}
