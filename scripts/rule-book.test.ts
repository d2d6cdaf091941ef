import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { REGION_RULE_IDS, RULE_IDS } from '../shared/domain/rule-ids.ts';
import { ruleBook } from './rule-book/pages.ts';
import { GROUPS } from './rule-book/words.ts';

const folder = fileURLToPath(new URL('../docs/rules', import.meta.url));
const pages = ruleBook();
const idsOn = (text: string): readonly string[] =>
  [...text.matchAll(/^`([a-z]+\/[a-z-]+)`$/gm)].map(([, id]) => id ?? '');

describe('the rule book', () => {
  it('is fresh: run `npm run rule-book` after a change of a rule or of its words', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
    expect(files.toSorted()).toEqual([...pages.keys()].toSorted());
    const stale = [...pages]
      .filter(([path, text]) => readFileSync(join(folder, path), 'utf8') !== text)
      .map(([path]) => path);
    expect(stale).toEqual([]);
  });

  it('is the same each time it is made', () => {
    expect([...ruleBook()]).toEqual([...pages]);
  });

  it.each(['ru', 'en'])('has every rule once in %s, with examples of each kind', (language) => {
    const own = [...pages].filter(([path]) => path.startsWith(`${language}/`) && !path.endsWith('README.md'));
    const ids = own.flatMap(([, text]) => idsOn(text));
    expect(ids.length).toBeGreaterThan(55);
    expect(ids.toSorted()).toEqual([...RULE_IDS, ...REGION_RULE_IDS].toSorted());
    for (const [, text] of own) {
      const rules = idsOn(text).length;
      expect(text.match(/^### /gm)).toHaveLength(rules * 3);
      expect(text).not.toMatch(/undefined|\[object|NaN/);
    }
  });

  it('has a title for every group', () => {
    const groups = new Set([...RULE_IDS, ...REGION_RULE_IDS].map((id) => id.split('/')[0] ?? ''));
    expect(Object.keys(GROUPS).toSorted()).toEqual([...groups].toSorted());
  });
});
