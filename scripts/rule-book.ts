/** Writes the rule book: `npm run rule-book`. It is made from the rules, so it is never edited by hand. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ruleBook } from './rule-book/pages.ts';

const folder = fileURLToPath(new URL('../docs/rules', import.meta.url));
const pages = ruleBook();
rmSync(folder, { recursive: true, force: true });
for (const [path, text] of pages) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
console.log(`${pages.size} pages in docs/rules`);
