/** Arguments of `npm start`. */
import { parseArgs } from 'node:util';

export interface StartArguments {
  readonly port: number;
  /** Forget the training region and begin again. */
  readonly isFresh: boolean;
  /** Serve over https with a certificate of this computer: Excel takes add-ins from nowhere else. */
  readonly isSecure: boolean;
  /** Serve the pane as it was built last. */
  readonly withoutBuild: boolean;
  /** Folder of the training data and keys; null: `.kurator` beside package.json. */
  readonly dataFolder: string | null;
}

export const USAGE = 'Использование: npm start -- [--port N] [--https] [--fresh] [--no-build] [--data ПАПКА]';
const DEFAULT_PORT = 8787;

/** A sentence for the person instead of arguments that make no sense. */
export function readStartArguments(words: readonly string[]): StartArguments | { readonly problem: string } {
  let values: { port?: string; https?: boolean; fresh?: boolean; 'no-build'?: boolean; data?: string };
  try {
    const options = {
      port: { type: 'string' },
      https: { type: 'boolean' },
      fresh: { type: 'boolean' },
      'no-build': { type: 'boolean' },
      data: { type: 'string' },
    } as const;
    ({ values } = parseArgs({ args: [...words], options, allowPositionals: false }));
  } catch {
    return { problem: `Не понимаю аргументы: ${words.join(' ')}. ${USAGE}` };
  }
  const port = Number(values.port ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    return { problem: `Порт должен быть числом от 1 до 65535, а указано «${values.port}». ${USAGE}` };
  }
  return {
    port,
    isSecure: values.https ?? false,
    isFresh: values.fresh ?? false,
    withoutBuild: values['no-build'] ?? false,
    dataFolder: values.data ?? null,
  };
}
