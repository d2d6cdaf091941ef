import { describe, expect, it } from 'vitest';
import { codeBook } from '../packs/code-book.ts';
import { parseTransfers, splitLevel } from './split-level.ts';
import { TESTING_PACK } from './testing-pack.ts';
import { AS_OF, shown } from './testing-sheet.ts';

const book = codeBook(TESTING_PACK);

describe('level, term and transfers in one cell', () => {
  it.each<[string, unknown, unknown, number | null, unknown]>([
    ['базовый', 'BASE', 'BASE', null, []],
    ['адаптационный, 12 мес.', 'ADAPT', 'ADAPT', 12, []],
    ['базовый, 1 год / 15.09.2019 кризисный', 'CRISIS', 'BASE', 12, [['2019-09-15', 'CRISIS']]],
    ['Б (12 мес.); перевод на К 15.09.19', 'CRISIS', 'BASE', 12, [['2019-09-15', 'CRISIS']]],
    ['базовый, 12 мес.\nс 15.09.2019 кризисный', 'CRISIS', 'BASE', 12, [['2019-09-15', 'CRISIS']]],
    ['кризисный → базовый 15.09.2025', 'BASE', 'CRISIS', null, [['2025-09-15', 'BASE']]],
    [
      'базовый (12 мес.); перевод на кризисный 25.09.2026; перевод на базовый 14.12.2026',
      'CRISIS',
      'BASE',
      12,
      [
        ['2026-09-25', 'CRISIS'],
        ['2026-12-14', 'BASE'],
      ],
    ],
    [
      'базовый, 12 мес. / 25.09.2026 кризисный / 14.08.2026 базовый',
      'CRISIS',
      'BASE',
      12,
      [
        ['2026-09-25', 'CRISIS'],
        ['2026-08-14', 'BASE'],
      ],
    ],
    ['базовый 12 мес. / перевод с базового на кризисный 12.03.2026', 'CRISIS', 'BASE', 12, [['2026-03-12', 'CRISIS']]],
    ['15.09.2019 кризисный', 'CRISIS', undefined, null, [['2019-09-15', 'CRISIS']]],
    ['базовый / 31.02.2026 кризисный', 'BASE', 'BASE', null, [['?', 'CRISIS']]],
    ['усиленный, 12 мес.', null, null, 12, []],
  ])('%j', (text, ...[level, before, months, transfers]) => {
    const parts = splitLevel(text, AS_OF, book);
    expect(parts.level?.code ?? null).toBe(level);
    expect(parts.levelBefore?.code).toBe(before);
    expect([parts.termMonths, shown(parts.transfers)]).toEqual([months, transfers]);
  });
});

describe('a cell of transfers', () => {
  it.each<[string, unknown]>([
    [
      '09.09.2026 базовый; 12.10.2026 кризисный',
      [
        ['2026-09-09', 'BASE'],
        ['2026-10-12', 'CRISIS'],
      ],
    ],
    [
      '15.09.2025 - кризисный, 20.10.2025 - базовый',
      [
        ['2025-09-15', 'CRISIS'],
        ['2025-10-20', 'BASE'],
      ],
    ],
    ['базовый с 15.09.2025', [['2025-09-15', 'BASE']]],
    ['09.09.2026 базовый (профилактический) уровень', [['2026-09-09', 'BASE']]],
    ['15.09.2025', [['2025-09-15', null]]],
    ['31.02.2025 базовый', [['?', 'BASE']]],
    ['по решению', [['?', null]]],
    ['15.09.2025 усиленный', [['2025-09-15', null]]],
    ['-', []],
    ['нет', []],
  ])('«%s»', (text, wanted) => {
    expect(shown(parseTransfers(text, book))).toEqual(wanted);
  });

  it('reads a cell filled to its limit at once', () => {
    const gap = ' '.repeat(32_000);
    expect(shown(parseTransfers(`15.09.2025 базовый${gap}/${gap}20.10.2025 кризисный`, book))).toEqual([
      ['2025-09-15', 'BASE'],
      ['2025-10-20', 'CRISIS'],
    ]);
  });

  it('keeps the wording of a level that is in no list', () => {
    expect(parseTransfers('15.09.2025 усиленный', book)[0]?.level).toEqual({ code: null, text: 'усиленный' });
  });
});
