/** The consolidated register in the pane: pages become lines, names open with the region's key and not without it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOfIso } from '../../shared/domain/day.ts';
import { packById } from '../../shared/packs/packs.ts';
import { regionKey } from '../../shared/privacy/region-key.ts';
import type { ConsolidatedPage } from '../../shared/sync/consolidated-wire.ts';
import { failed, type Outcome } from '../../shared/sync/error-codes.ts';
import { readRecords, type RecordsWish } from './region-register.ts';
import { createSealing } from './sealing.ts';

const pack = packById('training');
const asOf = dayOfIso('2026-10-31');
if (pack === undefined || asOf === null) throw new Error('pack and day exist');
const KEY = await regionKey(new Uint8Array(32).fill(7));
const OTHER = await regionKey(new Uint8Array(32).fill(8));
const DISTRICTS = ['north', 'south'];
const idOf = (n: number): string => `row-${n}`.padEnd(22, 'x');

/** A family as the server has it: pseudonyms open, names sealed for its district and row. */
async function family(n: number): Promise<ConsolidatedPage['rows'][number]> {
  const district = DISTRICTS[n % 2] ?? '';
  const sealing = createSealing({ district, keys: [KEY], randomBytes: (count) => new Uint8Array(count).fill(n) });
  const values = {
    level: 'BASE',
    startDate: '2026-05-04',
    caseNo: `kc1_${String(n).padEnd(22, 'c')}`,
    applicant: `kp1_${String(n).padEnd(22, 'p')}`,
    'sealed.caseNo': `${n}/26`,
    'sealed.applicant': `Заявитель № ${n}`,
    'sealed.children': `Ребёнок № ${n}, 2015-03-02`,
  };
  const row = idOf(n);
  const [op] = (await sealing?.sealOps([{ op: 'create', row, kind: 'families', values }])) ?? [];
  if (op?.op !== 'create') throw new Error('a creation stays one');
  return { district, register: 'r'.repeat(22), row: { row, kind: 'families', version: 1, values: op.values as never } };
}

const families = await Promise.all(Array.from({ length: 23 }, (_, n) => family(n)));

/** A server that gives so many families a page. */
function serverOf(perPage: number, failAt = Infinity): RecordsWish['client'] {
  return {
    consolidated: async ({ after }): Promise<Outcome<ConsolidatedPage>> => {
      const from = after === null ? 0 : Number(after);
      if (from >= failAt) return failed('no-connection');
      const to = from + perPage;
      const next = to < families.length ? String(to) : null;
      return { ok: true, value: { rows: families.slice(from, to), next, expected: families.length } };
    },
  };
}

const wish = (part: Partial<RecordsWish>): RecordsWish => ({
  client: serverOf(5),
  district: null,
  keys: [],
  placeOf: (district) => ({ title: `Район ${district}`, source: `отправка ${district}` }),
  asOf,
  pack,
  signal: new AbortController().signal,
  onProgress: () => {},
  ...part,
});

describe('the consolidated register', () => {
  it('holds every family once, whatever the pages', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 30 }), async (perPage) => {
        const seen: number[] = [];
        const { records, cut } = await readRecords(
          wish({ client: serverOf(perPage), onProgress: (read) => seen.push(read) }),
        );
        expect(cut).toBeNull();
        expect(records.map(({ id }) => id).toSorted()).toEqual(families.map(({ row }) => row.row).toSorted());
        expect(seen.at(-1)).toBe(families.length);
      }),
      { numRuns: 12 },
    );
  });

  it('opens names with the key of the region, and says from which sending a line comes', async () => {
    const { records } = await readRecords(wish({ keys: [KEY] }));
    const third = records.find(({ id }) => id === idOf(3));
    expect(third).toMatchObject({ district: 'Район south', source: 'отправка south', level: 'BASE', state: 'open' });
    expect(third?.values).toMatchObject({
      caseNo: '3/26',
      applicant: 'Заявитель № 3',
      children: 'Ребёнок № 3, 02.03.2015',
      startDate: { iso: '2026-05-04' },
    });
  });

  it.each([[[]], [[OTHER]]])('shows marks without it', async (keys) => {
    const { records } = await readRecords(wish({ keys }));
    const texts = JSON.stringify(records);
    expect(texts).not.toContain('Заявитель');
    expect(texts).not.toContain('s1.');
    expect(records.find(({ id }) => id === idOf(3))?.values.applicant).toMatch(/^№ 3p{7}$/);
  });

  it('keeps what was read when it is stopped, and when the server fails', async () => {
    const stopper = new AbortController();
    const onProgress = (read: number): void => {
      if (read >= 10) stopper.abort();
    };
    const stopped = await readRecords(wish({ signal: stopper.signal, onProgress }));
    expect([stopped.records.length, stopped.cut]).toEqual([10, 'stopped']);
    const broken = await readRecords(wish({ client: serverOf(5, 15) }));
    expect([broken.records.length, broken.cut]).toEqual([15, { code: 'no-connection', requestId: null }]);
  });
});
