import { describe, expect, it } from 'vitest';
import { filesUnder, textOf } from './project-files.ts';

/** The product's own source under a folder, tests aside. */
function sourcesIn(folder: string): readonly string[] {
  return filesUnder([folder])
    .filter((name) => /(?<!\.test)\.(?:tsx?|html)$/.test(name))
    .map(textOf);
}

const catalogues = sourcesIn('shared/text');
const KEY = /^ {2}(?:'([^']+)'|([a-zA-Z]+)):(?=\s+['"])/gm;

/** What code names a text by: its key in quotes, or the beginning of it in a template. */
function isNamed(key: string, code: string): boolean {
  const beginnings = [...key.matchAll(/\./g)].map(({ index }) => `\`${key.slice(0, index + 1)}\${`);
  return [`'${key}'`, ...beginnings].some((name) => code.includes(name));
}

describe('the texts', () => {
  it('are all shown: each is named by some code', () => {
    const code = [...sourcesIn('addin'), ...sourcesIn('worker'), ...sourcesIn('shared'), ...sourcesIn('scripts/check')]
      .map((source) => (catalogues.includes(source) ? source.replace(KEY, '') : source))
      .join('\n');
    const keys = catalogues
      .filter((source) => source.includes('translator') || source.includes('_TEXTS_RU'))
      .flatMap((source) => [...source.matchAll(KEY)].map(([, quoted, plain]) => quoted ?? plain ?? ''));
    expect(keys.length).toBeGreaterThan(700);
    expect(keys.filter((key) => !isNamed(key, code))).toEqual([]);
  });
});

/** What the guide quotes that stands in cells, files or Excel's own menus, or that people say. */
const OF_OTHERS = [
  '+',
  'V',
  'в',
  '2',
  '1, 4',
  'МД',
  '2025',
  '2026',
  '10.08.2026 (текст)',
  '10.08.2026 (дата)',
  'Главная',
  'Иванова А.П.',
  'Перенос с листа',
  'Семья: Иванова А.П., рег. № 12',
  'Таблица XML 2003',
  'Уровень (1 – базовый; 2 – кризисный)',
  '–',
  '⋯',
];

describe('the guide', () => {
  it('names only what a screen, the ribbon or a heading says', () => {
    const guide = textOf('docs/guide.md');
    const words = [...catalogues, ...sourcesIn('shared/reading'), textOf('manifest.xml')].join();
    const quoted = new Set([...guide.matchAll(/«([^«»]+)»/g)].map(([, text = '']) => text));
    expect(quoted.size).toBeGreaterThan(80);
    expect([...quoted].filter((text) => !words.includes(text) && !OF_OTHERS.includes(text))).toEqual([]);
  });
});
