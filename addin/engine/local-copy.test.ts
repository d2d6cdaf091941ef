/** The open workbook as the server knows it: rows are found again wherever people have put them. */
import { expect, it } from 'vitest';
import type { RowSketch } from '../../shared/rules/example.ts';
import { testRun } from '../../shared/rules/test-register.ts';
import { base64Url } from '../../shared/privacy/fingerprint.ts';
import type { SyncMemory } from '../../shared/sync/sync-memory.ts';
import { localCopy } from './local-copy.ts';
import { memoryText } from './memory-text.ts';
import { prepareRegister } from './prepare-register.ts';

type FamilySketch = RowSketch<'families'>;

const KEY = new Uint8Array(32).fill(7);
const BIRCH: FamilySketch = { caseNo: '1/2026', applicant: 'Берёзова Анна Петровна', level: 'BASE', contractNo: '3' };
const FIR: FamilySketch = { caseNo: '2/2026', applicant: 'Елова Мария Ивановна', level: 'URGENT', contractNo: '4' };
const OAK: FamilySketch = { caseNo: '3/2026', applicant: 'Дубова Вера Олеговна', level: 'BASE', contractNo: '5' };

const rowId = (index: number): string => base64Url(new Uint8Array(16).fill(index + 1));

/** What the workbook remembers after it has sent these families: each has its number as its id. */
async function sent(families: readonly FamilySketch[], more: Partial<SyncMemory> = {}): Promise<string> {
  const { register } = testRun({ families });
  const options = { workbookKey: KEY, regionKeys: [], isSealing: false, sentPseudonyms: new Set<string>() };
  const { rows } = await prepareRegister(register, options);
  const memory: SyncMemory = {
    version: 1,
    district: 'les',
    register: base64Url(new Uint8Array(16)),
    client: base64Url(new Uint8Array(16)),
    key: base64Url(KEY),
    cursor: null,
    rows: rows.map(({ kind, values }, index) => {
      const id = rowId(index);
      return { id, kind, base: values, server: { version: 1, values } };
    }),
    pending: null,
    ...more,
  };
  const text = await memoryText(memory);
  if (!text.ok) throw new Error(text.error.code);
  return text.value;
}

async function copyOf(families: readonly FamilySketch[], memory: string) {
  const copied = await localCopy({ register: testRun({ families }).register, memory });
  if (!copied.ok) throw new Error(copied.error.code);
  return copied.value;
}

it('finds a field where its row stands now, after rows were inserted, removed and sorted', async () => {
  const memory = await sent([BIRCH, FIR]);
  const places = [0, 1].map((index) => ({ row: rowId(index), field: 'contractNo', isExact: true }) as const);
  const cells = async (families: readonly FamilySketch[]) => {
    const found = await (await copyOf(families, memory)).cells(places);
    return found.map((cell) => cell && `${cell.row}:${cell.column}`);
  };
  expect(await cells([BIRCH, FIR])).toEqual(['2:3', '3:3']);
  expect(await cells([OAK, FIR, BIRCH])).toEqual(['4:3', '3:3']);
  expect(await cells([FIR])).toEqual([null, '2:3']);
});

it('shows the key of the row for a field without a cell, and gives no cell of another field to write into', async () => {
  const memory = await sent([BIRCH]);
  const { contractNo: _gone, ...rest } = BIRCH;
  const copy = await copyOf([rest], memory);
  const [shown, exact] = await copy.cells([
    { row: rowId(0), field: 'contractNo' },
    { row: rowId(0), field: 'contractNo', isExact: true },
  ]);
  expect(shown).toMatchObject({ sheet: 'Реестр', row: 2 });
  expect(exact).toBeNull();
});

it('is refused without the key of the region that the last sending used', async () => {
  const memory = await sent([BIRCH], { regionKey: 'k1' });
  const copied = await localCopy({ register: testRun({ families: [BIRCH] }).register, memory });
  expect(copied).toMatchObject({ ok: false, error: { code: 'region-key-needed' } });
});

it('names the cells in which rows differ from what they were, names in words, and the row for what has no cell', async () => {
  const memory = await sent([BIRCH, FIR, OAK]);
  const was = async (index: number, families: readonly FamilySketch[]) => {
    const options = { workbookKey: KEY, regionKeys: [], isSealing: false, sentPseudonyms: new Set<string>() };
    const { rows } = await prepareRegister(testRun({ families }).register, options);
    return [rowId(index), rows[index]?.values ?? {}] as const;
  };
  const then = [{ ...BIRCH, level: 'CRISIS' }, { ...FIR, applicant: OAK.applicant ?? '' }, OAK] as const;
  const frozen = new Map(await Promise.all([0, 1, 2].map((index) => was(index, then))));
  frozen.set(rowId(9), { level: 'BASE' });
  frozen.set(rowId(2), { ...frozen.get(rowId(2)), fingerprints: ['A'.repeat(22)] });
  const copy = await copyOf([OAK, FIR, BIRCH], memory);
  expect(await copy.differing(frozen)).toEqual([
    { cell: { sheet: 'Реестр', row: 4, column: 2 }, changed: { field: 'level', kind: 'families', was: 'CRISIS' } },
    {
      cell: { sheet: 'Реестр', row: 3, column: 1 },
      changed: { field: 'applicant', kind: 'families', was: 'Дубова Вера Олеговна' },
    },
    { cell: { sheet: 'Реестр', row: 2, column: 0 }, changed: null },
  ]);
});
