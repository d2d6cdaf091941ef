import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testRun } from '../../shared/rules/test-register.ts';
import { readWorkbook } from '../../shared/reading/read-workbook.ts';
import type { SheetCells } from '../../shared/domain/sheet-cells.ts';
import type { SendOutcome } from '../../addin/engine/sync-contract.ts';
import { DISTRICTS, valueOf, wholeServer, type WholeServer } from './whole-server.ts';

/** Operations on the sheet itself, read anew each time. `KURATOR_RUNS=5000` for the long run. */
const RUNS = Math.min(5000, Number(process.env['KURATOR_RUNS'] ?? 25));

interface Sheet {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Of a filter: rows whose cell in this column is another are hidden, as Excel hides them. */
  readonly filter?: { readonly column: number; readonly shown: string };
}

const HEADINGS = [
  '№ дела',
  'ФИО заявителя',
  'Категория семьи',
  'Куратор',
  'Уровень сопровождения',
  'Дата заявления',
  'Номер договора',
];
const NAMES = ['Кедрова', 'Соснова', 'Берёзова', 'Дубова', 'Ивина', 'Рябинина'];
const START: Sheet = {
  name: 'Реестр',
  headings: HEADINGS,
  rows: NAMES.map((name, index) => [
    `${index + 1}/26`,
    `${name} Анна Петровна`,
    'многодетная',
    'Петрова О. И.',
    'базовый',
    `1${index}.08.2026`,
    `${index + 5}`,
  ]),
};

type Operation =
  | { readonly act: 'sort'; readonly column: number }
  | { readonly act: 'reverse' | 'undo' }
  | { readonly act: 'filter'; readonly column: number; readonly shows: number }
  | { readonly act: 'insert-column'; readonly at: number }
  | { readonly act: 'rename'; readonly name: string }
  | { readonly act: 'move-row'; readonly from: number; readonly to: number };

const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ act: fc.constant('sort' as const), column: fc.nat(6) }),
  fc.record({ act: fc.constantFrom('reverse' as const, 'undo' as const) }),
  fc.record({ act: fc.constant('filter' as const), column: fc.nat(6), shows: fc.nat(5) }),
  fc.record({ act: fc.constant('insert-column' as const), at: fc.nat(7) }),
  fc.record({ act: fc.constant('rename' as const), name: fc.constantFrom('Лист2', 'Реестр 2026', 'Семьи') }),
  fc.record({ act: fc.constant('move-row' as const), from: fc.nat(5), to: fc.nat(5) }),
);

function changed(sheet: Sheet, operation: Operation): Sheet {
  const { rows, headings, filter } = sheet;
  switch (operation.act) {
    case 'sort':
      return {
        ...sheet,
        rows: rows.toSorted((a, b) => (a[operation.column] ?? '').localeCompare(b[operation.column] ?? '')),
      };
    case 'reverse':
      return { ...sheet, rows: rows.toReversed() };
    case 'undo':
      return sheet;
    case 'filter': {
      const column = operation.column % headings.length;
      const shown = rows[operation.shows % rows.length]?.[column] ?? '';
      return { ...sheet, filter: { column, shown } };
    }
    case 'rename':
      return { ...sheet, name: operation.name };
    case 'insert-column': {
      const at = Math.min(operation.at, headings.length);
      return {
        ...sheet,
        headings: headings.toSpliced(at, 0, 'Метка'),
        rows: rows.map((row) => row.toSpliced(at, 0, 'да')),
        ...(filter && { filter: { ...filter, column: filter.column + (at <= filter.column ? 1 : 0) } }),
      };
    }
    case 'move-row': {
      const from = operation.from % rows.length;
      const row = rows[from];
      return row ? { ...sheet, rows: rows.toSpliced(from, 1).toSpliced(operation.to, 0, row) } : sheet;
    }
  }
}

/** The sheet after all operations; undo takes back the one before it. */
function after(start: Sheet, operations: readonly Operation[]): Sheet {
  const past = [start];
  for (const one of operations) {
    if (one.act === 'undo' && past.length > 1) past.pop();
    else past.push(changed(past.at(-1) ?? start, one));
  }
  return past.at(-1) ?? start;
}

function cellsOf({ name, headings, rows, filter }: Sheet): SheetCells {
  const isHidden = (cells: readonly string[]): boolean => filter !== undefined && cells[filter.column] !== filter.shown;
  const all = [headings, ...rows].map((cells, index) => ({
    row: index + 1,
    cells: [...cells],
    ...(index > 0 && isHidden(cells) ? { hidden: true } : {}),
  }));
  return { name, visibility: 'visible', rows: all, merges: [], hiddenColumns: new Set() };
}

async function send(server: WholeServer, sheet: Sheet, memory: string | null): Promise<SendOutcome> {
  const { client, operator } = await server.pane();
  const { pack, asOf } = testRun({});
  const { register } = readWorkbook([cellsOf(sheet)], { pack, asOf });
  expect(register.families).toHaveLength(sheet.rows.length);
  const plan = valueOf(await client.plan({ district: DISTRICTS[0], register, memory, asOf, packId: 'training' }));
  expect(plan.removed).toEqual([]);
  return valueOf(await client.send(operator, plan));
}

describe('operations on the sheet', () => {
  it(
    '[S10] [ID2] sorting, filtering, moving, inserting columns, renaming and undoing remove, add and change nothing',
    async () => {
      const property = fc.asyncProperty(fc.array(operation, { minLength: 1, maxLength: 6 }), async (operations) => {
        const server = await wholeServer({ acceptsSealed: false });
        const first = await send(server, START, null);
        expect(first.added).toBe(NAMES.length);
        const second = await send(server, after(START, operations), first.memory);
        expect(second).toMatchObject({ added: 0, changed: 0, removed: 0, conflicts: [], refused: [] });
      });
      const examples: [Operation[]][] = [[Array.from({ length: 3 }, () => ({ act: 'insert-column', at: 0 }))]];
      await expect(fc.assert(property, { numRuns: RUNS, examples })).resolves.toBeUndefined();
    },
    60_000 + RUNS * 500,
  );

  it('[S10] the same in a register of 5,000 rows', async () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => [
      `${index + 1}/26`,
      `${NAMES[index % 6] ?? ''} ${'АБВГДЕЖЗИК'[index % 10]}. ${'ЛМНОПРСТУФ'[Math.floor(index / 10) % 10]}.`,
      'многодетная',
      `Петрова ${'АБВ'[index % 3]}. И.`,
      'базовый',
      `1${index % 10}.08.2026`,
      `${index + 5}`,
    ]);
    const start = { ...START, rows };
    const server = await wholeServer({ acceptsSealed: false });
    const first = await send(server, start, null);
    expect(first.added).toBe(5_000);
    const sheet = after(start, [
      { act: 'sort', column: 1 },
      { act: 'insert-column', at: 2 },
      { act: 'filter', column: 4, shows: 17 },
      { act: 'rename', name: 'Реестр 2026' },
      { act: 'move-row', from: 4_000, to: 3 },
      { act: 'reverse' },
      { act: 'undo' },
    ]);
    const second = await send(server, sheet, first.memory);
    expect(second).toMatchObject({ added: 0, changed: 0, removed: 0, conflicts: [], refused: [] });
    const stored = server.database.raw.prepare('SELECT count(*) AS n, max(version) AS v FROM register_row').get();
    expect({ ...stored }).toEqual({ n: 5_000, v: 1 });
  }, 120_000);

  it('[S10] [ID3] a copied row is one new row with an id of its own, wherever the copy stands', async () => {
    for (let from = 0; from < NAMES.length; from += 1) {
      for (const to of [0, 3, NAMES.length]) {
        const server = await wholeServer({ acceptsSealed: false });
        const first = await send(server, START, null);
        const row = START.rows[from] ?? [];
        const second = await send(server, { ...START, rows: START.rows.toSpliced(to, 0, row) }, first.memory);
        expect(second).toMatchObject({ added: 1, changed: 0, removed: 0 });
        const { ids, rows } = server.database.raw
          .prepare('SELECT count(DISTINCT id) AS ids, count(*) AS rows FROM register_row WHERE payload IS NOT NULL')
          .get() ?? { ids: 0, rows: 0 };
        expect([ids, rows]).toEqual([NAMES.length + 1, NAMES.length + 1]);
      }
    }
  });
});

describe('two instances of one co-authored workbook', () => {
  it('[S9] share the sheet, not the memory: both send, nothing is lost or doubled', async () => {
    const server = await wholeServer({ acceptsSealed: false });
    const first = await send(server, START, null);
    let sheet = START;
    let conflicts = 0;
    let memories = [first.memory, first.memory];
    for (let step = 0; step < 12; step += 1) {
      const who = step % 3 === 0 ? 0 : 1;
      const rows = sheet.rows.map((row, index) => (index === step % 6 ? row.with(6, `${100 + step}`) : row));
      sheet = changed({ ...sheet, rows }, { act: step % 2 === 0 ? 'reverse' : 'sort', column: 0 });
      let sent = await send(server, sheet, memories[who] ?? null);
      expect(sent).toMatchObject({ added: 0, removed: 0, incoming: [] });
      if (sent.conflicts.length > 0) {
        conflicts += 1;
        const { client } = await server.pane();
        const mine = sent.conflicts.map(({ rowId, field }) => ({ rowId, field, take: 'mine' }) as const);
        sent = await send(server, sheet, valueOf(await client.settle(sent.memory, mine)));
      }
      expect(sent.conflicts).toEqual([]);
      memories = memories.with(who, sent.memory);
    }
    // A cell typed twice, sent by one and then by the other, is asked about; it is not overwritten in silence.
    expect(conflicts).toBeGreaterThan(0);
    const stored = server.database.raw.prepare('SELECT payload FROM register_row ORDER BY id').all();
    const numbers = stored.map(({ payload }) =>
      String((JSON.parse(String(payload)) as { contractNo: string }).contractNo),
    );
    expect(numbers.toSorted()).toEqual(sheet.rows.map((row) => row[6]).toSorted());
  });
});
