/** Every regular expression of the product: literals from the source, made ones as the modules make them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Pattern {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/** The scripts that take the album's pictures meet texts of the project alone. */
function productFiles(): readonly string[] {
  return ['shared', 'worker', 'addin', 'scripts'].flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|\.d\.ts$|(^|\/)test(ing)?-/.test(name))
      .map((name) => `${top}/${name}`)
      .filter((file) => !file.startsWith('scripts/album/')),
  );
}

/** Literals, and the number of places that make patterns while the program runs. */
export function patternsInSource(): { readonly literals: readonly Pattern[]; readonly made: readonly string[] } {
  const literals: Pattern[] = [];
  const made: string[] = [];
  for (const file of productFiles()) {
    const walk = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      if (Array.isArray(node)) return node.forEach(walk);
      const { type, regex, callee } = node as { type?: string; regex?: Pattern & { pattern: string }; callee?: object };
      if (regex) literals.push({ file, source: regex.pattern, flags: regex.flags });
      if (type === 'NewExpression' && callee && 'name' in callee && callee.name === 'RegExp') made.push(file);
      for (const child of Object.values(node)) if (child !== regex) walk(child);
    };
    walk(parseSync(file, readFileSync(join(root, file), 'utf8')).program);
  }
  return { literals, made };
}

/** Patterns that these modules make while they are loaded. */
export async function patternsMadeBy(files: readonly string[]): Promise<readonly Pattern[]> {
  const seen: Pattern[] = [];
  const Real = globalThis.RegExp;
  for (const file of files) {
    globalThis.RegExp = new Proxy(Real, {
      construct: (target, [source, flags]: [string | RegExp, string | undefined]) => {
        const pattern = new target(source, flags);
        seen.push({ file, source: pattern.source, flags: pattern.flags });
        return pattern;
      },
    });
    try {
      await import(/* @vite-ignore */ join(root, file));
    } finally {
      globalThis.RegExp = Real;
    }
  }
  return seen;
}
