/** The arguments of the command line `check`. */
import { parseArgs } from 'node:util';
import type { Day } from '../../shared/domain/day.ts';
import { dayOfIso } from '../../shared/domain/day.ts';
import type { Pack } from '../../shared/packs/pack.ts';
import { DEFAULT_PACK_ID, packById, PACKS } from '../../shared/packs/packs.ts';

export interface CheckArguments {
  readonly files: readonly string[];
  readonly asOf: Day;
  readonly pack: Pack;
  readonly isJson: boolean;
}

export const USAGE = 'npm run check -- ФАЙЛ… [--as-of ГГГГ-ММ-ДД] [--pack НОРМЫ] [--json]';

/** The arguments, or one sentence that says what is wrong with them. `today` stands for an absent --as-of. */
export function checkArguments(words: readonly string[], today: Day): CheckArguments | string {
  const parsed = parsedWords(words);
  if (typeof parsed === 'string') return parsed;
  const { values, positionals: files } = parsed;
  if (files.length === 0) return `Не назван файл для проверки. Образец: ${USAGE}`;
  const asOf = values['as-of'] === undefined ? today : dayOfIso(values['as-of']);
  if (asOf === null) return `Даты «${values['as-of']}» нет: напишите её как 2026-10-31.`;
  const packId = values.pack ?? DEFAULT_PACK_ID;
  const pack = packById(packId);
  if (!pack) return `Норм «${packId}» нет. Есть: ${PACKS.map(({ id }) => id).join(', ')}.`;
  return { files, asOf, pack, isJson: values.json === true };
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
