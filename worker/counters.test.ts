import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SENT_KINDS, travellingFields } from '../shared/privacy/travel.ts';
import { counterChanges } from '../shared/reports/counters.ts';
import type { WireRow } from '../shared/sync/rebuild-register.ts';
import type { WireValue, WireValues } from '../shared/sync/wire-values.ts';
import { countedOfRows, isCountedField } from './services/facts-of-rows.ts';
import { keptCounters, keptCurators, recounted, recountedCurators } from './test-counters.ts';
import { ask, makeRegion, makeToken, newId } from './test-region.ts';

const key = (kind: 'kc1_' | 'kp1_', n: number): string => `${kind}${String(n).padStart(22, 'q')}`;

const month = fc.integer({ min: 1, max: 9 }).map((n) => `2026-0${n}`);
const anyDay = fc.tuple(month, fc.integer({ min: 1, max: 28 })).map(([m, d]) => `${m}-${String(d).padStart(2, '0')}`);
const day = fc.oneof(anyDay, fc.constantFrom('2026-03-02', '2026-03-09', '2026-05-04'));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 3 });

/** Few case numbers and names, so that families and visits share them, change them and fall out with each other. */
const family = fc.record({
  kind: fc.constant('families' as const),
  values: fc.record({
    caseNo: maybe(fc.nat({ max: 1 }).map((n) => key('kc1_', n))),
    applicant: maybe(fc.nat({ max: 1 }).map((n) => key('kp1_', n))),
    curator: maybe(fc.nat({ max: 1 }).map((n) => key('kp1_', 50 + n))),
    level: maybe(fc.constantFrom('BASE', 'CRISIS', '?')),
    startDate: fc.oneof({ weight: 5, arbitrary: day }, fc.constantFrom(null, '?')),
    closedOn: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, day),
    closeReason: maybe(fc.constantFrom('R01', 'R05')),
    categories: fc.uniqueArray(fc.constantFrom('CAT01', 'CAT04', '*'), { maxLength: 2 }),
    childrenCount: maybe(fc.constantFrom(0, 1, 2, 3, 4, 1.5, -3, '?')),
    visitsByMonth: fc.dictionary(month, fc.constantFrom(0, 2, 0.5, -2, null, '?'), { maxKeys: 2 }),
    contractNo: maybe(fc.constantFrom('1/2026', '2/2026')),
    closeDecision: fc.constantFrom(true, null),
    result: maybe(fc.constantFrom('R01', 'R05')),
    decision: maybe(fc.constantFrom('APPROVED', 'REFUSED')),
    applicationDate: maybe(day),
    contractDate: maybe(day),
    registeredOn: maybe(day),
    transfers: fc.array(fc.record({ day, level: fc.constantFrom('BASE', 'CRISIS') }), { maxLength: 2 }),
    visitDates: fc.array(day, { maxLength: 2 }),
    levelBefore: maybe(fc.constantFrom('BASE', 'CRISIS')),
    surveyDate: maybe(day),
    programDate: maybe(day),
    programUntil: maybe(day),
    decisionDate: maybe(day),
    formedOn: maybe(day),
    consentDate: maybe(day),
    lastReview: maybe(day),
    nextReview: maybe(day),
    reviewDates: fc.array(day, { maxLength: 2 }),
    lastVisit: maybe(day),
    nextVisit: maybe(day),
    visitCount: maybe(fc.nat({ max: 9 })),
    termMonths: maybe(fc.nat({ max: 9 })),
    signs: fc.array(fc.constantFrom('S1', 'S2'), { maxLength: 1 }),
    source: maybe(fc.constantFrom('APP_PARENT', 'MSG_SCHOOL')),
    form: maybe(fc.constantFrom('F1', 'F2')),
    applicantKind: maybe(fc.constantFrom('A1', 'A2')),
  }),
});
const visit = fc.record({
  kind: fc.constant('visits' as const),
  values: fc.record({
    caseNo: maybe(fc.nat({ max: 1 }).map((n) => key('kc1_', n))),
    applicant: maybe(fc.nat({ max: 1 }).map((n) => key('kp1_', n))),
    date: day,
    specialist: maybe(fc.nat({ max: 1 }).map((n) => key('kp1_', 60 + n))),
  }),
});
const step = fc.record({
  slots: fc.uniqueArray(fc.nat({ max: 9 }), { minLength: 1, maxLength: 4 }),
  rows: fc.array(fc.oneof(family, visit), { minLength: 4, maxLength: 4 }),
  isRemoval: fc.boolean(),
});

interface Slot {
  readonly kind: string;
  readonly version: number;
}

async function desk() {
  const { regionId, districtIds } = await makeRegion(['Лесной']);
  const [district = ''] = districtIds;
  const token = await makeToken(regionId, { role: 'operator', districts: [district] });
  const register = newId();
  const push = async (ops: readonly object[]): Promise<void> => {
    const body = { protocol: 1, client: newId(), pushId: newId(), epoch: null, ops };
    const answer = await ask(`/api/v1/districts/${district}/registers/${register}/push`, { token, body });
    expect(answer.status).toBe(200);
  };
  return { district, register, push };
}

const familyOf = (values: WireValues, id = 'a'): WireRow => ({ id, kind: 'families', values });
const visitOf = (values: WireValues, id = 'c'): WireRow => ({ id, kind: 'visits', values });

/** True when a value of one row, changed, changes a counter. */
function moves(rows: readonly WireRow[], at: number, field: string, value: WireValue): boolean {
  const after = rows.map((row, index) => (index === at ? { ...row, values: { ...row.values, [field]: value } } : row));
  return counterChanges(countedOfRows(rows, 'lesnoy'), countedOfRows(after, 'lesnoy')).length > 0;
}

const row = (n: number) => ({
  op: 'create',
  row: newId(),
  kind: 'families',
  values: { caseNo: key('kc1_', n), level: 'BASE', startDate: '2026-02-03' },
});

describe('counters kept with every push', () => {
  it('equal a full recount after any history of pushes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (history) => {
        const { district, push } = await desk();
        const ids = Array.from({ length: 10 }, newId);
        const known = new Map<number, Slot>();
        for (const { slots, rows, isRemoval } of history) {
          const ops = slots.flatMap((slot, index): object[] => {
            const row = ids[slot] ?? '';
            const next = rows[index];
            const old = known.get(slot);
            if (old === undefined && next !== undefined) {
              known.set(slot, { kind: next.kind, version: 1 });
              return [{ op: 'create', row, ...next }];
            }
            if (old === undefined || next === undefined) return [];
            if (isRemoval) {
              known.delete(slot);
              ids[slot] = newId();
              return [{ op: 'delete', row, baseVersion: old.version }];
            }
            if (old.kind !== next.kind) return [];
            known.set(slot, { ...old, version: old.version + 1 });
            return [{ op: 'set', row, baseVersion: old.version, ...next }];
          });
          if (ops.length > 0) await push(ops);
          expect(await keptCounters(district)).toEqual(await recounted(district));
          const curators = await keptCurators(district);
          expect(curators).toEqual(await recountedCurators(district, Object.keys(curators)));
        }
      }),
      { numRuns: 25 },
    );
  });

  it('are moved by no field but those that are said to be counted', () => {
    const id = fc.nat({ max: 99 }).map(String);
    const rows = fc.uniqueArray(
      fc.tuple(id, fc.oneof(family, visit)).map(([id, row]) => ({ id, ...row })),
      { selector: (row) => row.id, minLength: 1, maxLength: 6 },
    );
    const change = rows.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.nat({ max: rows.length - 1 }), fc.tuple(family, visit), fc.nat({ max: 99 })),
    );
    let moved = 0;
    fc.assert(
      fc.property(change, ([rows, at, [otherFamily, otherVisit], n]) => {
        const kind = rows[at]?.kind ?? '';
        const others: WireValues = kind === 'families' ? otherFamily.values : otherVisit.values;
        const [field = '', value = null] = Object.entries(others)[n % Object.keys(others).length] ?? [];
        const isMoved = moves(rows, at, field, value);
        if (isMoved) moved += 1;
        expect(`${field} ${isMoved && !isCountedField(kind, field)}`).toBe(`${field} false`);
      }),
      { numRuns: 20_000 },
    );
    expect(moved).toBeGreaterThan(200);
  });

  it('are moved by each field that is said to be counted', () => {
    const [caseNo, applicant] = [key('kc1_', 1), key('kp1_', 1)];
    const numbered = [familyOf({ caseNo, startDate: '2026-02-03' }), visitOf({ caseNo, date: '2026-03-09' })];
    const named = [familyOf({ applicant, startDate: '2026-02-03' }), visitOf({ applicant, date: '2026-03-09' })];
    const closed = [familyOf({ caseNo, startDate: '2026-02-03', closedOn: '2026-05-04' })];
    // Of two applications of one person the visit belongs to the one that was made by its day.
    const twice = [
      familyOf({ applicant, applicationDate: '2026-02-01' }),
      familyOf({ applicant, startDate: '2026-02-10' }, 'b'),
      visitOf({ applicant, date: '2026-03-09' }),
    ];
    const specialist = key('kp1_', 60);
    const written = [
      ...numbered.slice(0, 1),
      ...['c', 'd'].map((id) => visitOf({ caseNo, date: '2026-03-09', specialist }, id)),
    ];
    const changes: readonly (readonly [rows: readonly WireRow[], at: number, field: string, value: WireValue])[] = [
      [numbered, 0, 'caseNo', key('kc1_', 2)],
      [named, 0, 'applicant', key('kp1_', 2)],
      [numbered, 0, 'curator', key('kp1_', 50)],
      [numbered, 0, 'level', 'CRISIS'],
      [numbered, 0, 'categories', ['CAT04']],
      [numbered, 0, 'childrenCount', 2],
      [numbered, 0, 'decision', 'REFUSED'],
      [twice, 0, 'applicationDate', '2026-04-01'],
      [numbered, 0, 'startDate', '2026-03-03'],
      [[familyOf({ caseNo })], 0, 'contractDate', '2026-02-03'],
      [[familyOf({ caseNo })], 0, 'registeredOn', '2026-02-03'],
      [numbered, 0, 'transfers', [{ day: '2026-04-01', level: 'BASE' }]],
      [numbered, 0, 'visitDates', ['2026-04-01']],
      [numbered, 0, 'visitsByMonth', { '2026-04': 2 }],
      [numbered, 0, 'closedOn', '2026-05-04'],
      [closed, 0, 'closeReason', 'R01'],
      [closed, 0, 'result', 'R01'],
      [numbered, 1, 'caseNo', key('kc1_', 2)],
      [named, 1, 'applicant', key('kp1_', 2)],
      [numbered, 1, 'date', '2026-04-09'],
      [written, 2, 'specialist', key('kp1_', 61)],
    ];
    for (const [rows, at, field, value] of changes) {
      expect(`${field} ${moves(rows, at, field, value)}`).toBe(`${field} true`);
    }
    const counted = SENT_KINDS.flatMap((kind) =>
      travellingFields(kind).flatMap((field) => (isCountedField(kind, field) ? [`${kind}.${field}`] : [])),
    );
    const tried = changes.map(([rows, at, field]) => `${rows[at]?.kind}.${field}`);
    expect(tried.toSorted()).toEqual(counted.toSorted());
  });

  it.each([1.5, -3])('take %d children or visits for a number that cannot be read', async (count) => {
    const { district, push } = await desk();
    const values = { ...row(1).values, childrenCount: count, visitsByMonth: { '2026-03': count, '2026-04': 2 } };
    await push([{ ...row(1), values }]);
    const kept = await keptCounters(district);
    expect(kept).toEqual(await recounted(district));
    expect(kept.join()).toContain('["stockUnknown",1]');
    expect(kept.filter((one) => one.includes('"visits"')).join()).not.toContain('2026-03');
  });

  it('are made whole by the next push where a register is older than they are', async () => {
    const { district, register, push } = await desk();
    await push([row(1), row(2)]);
    await env.DB.prepare('DELETE FROM counter WHERE district_id = ?').bind(district).run();
    await env.DB.prepare('UPDATE register SET is_counted = 0 WHERE id = ?').bind(register).run();
    await push([row(3)]);
    expect(await keptCounters(district)).toEqual(await recounted(district));
    expect((await keptCounters(district)).join()).toContain('["stock",3]');
  });

  it('are not moved by a push that is answered a second time', async () => {
    const { regionId, districtIds } = await makeRegion(['Лесной']);
    const [district = ''] = districtIds;
    const token = await makeToken(regionId, { role: 'operator', districts: [district] });
    const values = { caseNo: key('kc1_', 1), level: 'BASE', startDate: '2026-02-03' };
    const ops = [{ op: 'create', row: newId(), kind: 'families', values }];
    const body = { protocol: 1, client: newId(), pushId: newId(), epoch: null, ops };
    const path = `/api/v1/districts/${district}/registers/${newId()}/push`;
    for (const _ of [1, 2]) expect((await ask(path, { token, body })).status).toBe(200);
    expect(await keptCounters(district)).toEqual(await recounted(district));
    expect((await keptCounters(district)).length).toBeGreaterThan(0);
  });
});
