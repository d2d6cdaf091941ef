/** The arguments of the command line `check`. */
import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Day } from '../../shared/domain/day.ts';
import { dayOfIso } from '../../shared/domain/day.ts';
import { MOST_OWN_PACK_CHARACTERS, parseOwnPack } from '../../shared/packs/own-pack.ts';
import type { Pack } from '../../shared/packs/pack.ts';
import { DEFAULT_PACK_ID, packById, PACKS } from '../../shared/packs/packs.ts';
import { ownPackFaultText } from '../../shared/reports/pack-problem-texts.ts';

export interface CheckArguments {
  readonly files: readonly string[];
  readonly asOf: Day;
  readonly pack: Pack;
  readonly isJson: boolean;
}

/** How the command is called. */
export const USAGE = 'npm run check -- ФАЙЛ… [--as-of ГГГГ-ММ-ДД] [--pack НОРМЫ|ФАЙЛ.json] [--json]';

/** The arguments, or one sentence that says what is wrong with them. `today` stands for an absent --as-of. */
export function checkArguments(words: readonly string[], today: Day): CheckArguments | string {
  const parsed = parsedWords(words);
  if (typeof parsed === 'string') return parsed;
  const { values, positionals: files } = parsed;
  if (files.length === 0) return `Не назван файл для проверки. Образец: ${USAGE}`;
  const asOf = values['as-of'] === undefined ? today : dayOfIso(values['as-of']);
  if (asOf === null) return `Даты «${values['as-of']}» нет: напишите её как 2026-10-31.`;
  const packId = values.pack ?? DEFAULT_PACK_ID;
  const pack = /\.json$/i.test(packId) ? packOfFile(packId) : packById(packId);
  if (!pack)
    return `Норм «${packId}» нет. Есть: ${PACKS.map(({ id }) => id).join(', ')}; или назовите файл норм .json.`;
  if (typeof pack === 'string') return pack;
  return { files, asOf, pack, isJson: values.json === true };
}

/** A region's own pack, as the pane saves it; or one sentence that says what is wrong with the file. */
function packOfFile(file: string): Pack | string {
  let text: string;
  try {
    // No character takes more than four bytes; a larger file is not read at all.
    const isTooLarge = statSync(file).size > MOST_OWN_PACK_CHARACTERS * 4;
    if (isTooLarge) return `${file}: ${ownPackFaultText({ ok: false, why: 'too-large', problems: [] }, 'ru')}`;
    text = readFileSync(file, 'utf8');
  } catch {
    return `Файл норм «${file}» прочитать нельзя.`;
  }
  const outcome = parseOwnPack(text);
  return outcome.ok ? outcome.pack : `${file}: ${ownPackFaultText(outcome, 'ru')}`;
}

function parsedWords(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { 'as-of': { type: 'string' }, pack: { type: 'string' }, json: { type: 'boolean' } },
    });
  } catch (error) {
    return `${mistake(error)} Образец: ${USAGE}`;
  }
}

function mistake(error: unknown): string {
  const text = error instanceof Error ? error.message : '';
  const option = /'(-[^' ]*)/.exec(text)?.[1] ?? '';
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `Ключа «${option}» нет.`;
  return `Ключ «${option}» записан неверно.`;
}
