import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldSpec, type FieldSpec } from '../shared/domain/fields.ts';
import { SENT_KINDS, travelForm, travellingFields, type SentKind } from '../shared/privacy/travel.ts';
import { VALUES_SCHEMA } from '../shared/sync/payload.ts';
import { declaredRoutes } from './http/access.ts';
import app from './index.ts';
import { lookAheadEverywhere } from './services/timetable.ts';
import { staffedRegion, type StaffedRegion } from './test-families.ts';
import { ask, newId, queryOf } from './test-region.ts';
import { keptCounters, recounted } from './test-counters.ts';

/**
 * Whatever the schemas let in can be kept, counted, judged and shown: no value of a row, and no period or day that is
 * asked for, ends a request with «unexpected».
 */
const day = fc.constantFrom('0000-01-01', '0001-12-31', '1900-02-28', '2026-03-31', '2026-10-31', '9999-12-31', '?');
const number = fc.constantFrom(0, -0, 1, 12, -3, 1.5, 1e-9, 1e9, -1e9, '?');
const code = fc.constantFrom('BASE', 'CRISIS', 'CAT04', 'REFUSED', 'R05', 'R13', 'CONSTRUCTOR', '?', '*');
const period = fc.constantFrom('0000-01', '2026-03', '2026-04', '2026-Q2', '9999-Q4', '9999-12');
const few = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 3 });

function valueOf(spec: FieldSpec): fc.Arbitrary<unknown> {
  switch (spec.type) {
    case 'date':
      return day;
    case 'dates':
      return few(day);
    case 'number':
      return number;
    case 'code':
      return code;
    case 'codes':
      return few(code);
    case 'transfers':
      return few(fc.record({ day, level: fc.option(code) }));
    case 'counts':
      return fc.dictionary(period, fc.option(number), { maxKeys: 4 });
    default:
      return fc.constantFrom('1/2026', 'б/н', '*', '12');
  }
}

function arbitrary(kind: SentKind, field: string): fc.Arbitrary<unknown> {
  const form = travelForm(kind, field);
  const spec = fieldSpec(kind, field);
  if (form === null || spec === undefined) throw new Error(`${kind}.${field} does not travel`);
  if (form.as === 'filled') return fc.constantFrom(true, null);
  const prefix = form.as === 'key' && form.purpose === 'case' ? 'kc1_' : 'kp1_';
  if (form.as === 'key') return fc.option(fc.constantFrom('a', 'b').map((letter) => prefix + letter.repeat(22)));
  return spec.type === 'counts' ? valueOf(spec) : fc.option(valueOf(spec), { freq: 6 });
}

const rowOf = (kind: SentKind) =>
  fc
    .record(Object.fromEntries(travellingFields(kind).map((field) => [field, arbitrary(kind, field)])), {
      requiredKeys: [],
    })
    .map((values) => ({ op: 'create', row: newId(), kind, values }));
const ops = fc.array(fc.oneof(...SENT_KINDS.map(rowOf)), { minLength: 1, maxLength: 12 });

const PERIODS = ['0000-01', '0000-Q1', '0001-12', '2026-Q3', '9999-12', '9999-Q4'];
const FIGURES = ['end', 'endChildren', 'visits', 'visitsMissed', 'termsLate', 'specialists', 'overNorm', 'errors'];

/** Everything that can be read of a district and its region. */
function readings(district: string, register: string): readonly string[] {
  const paths = declaredRoutes(app)
    .filter(({ method, path }) => method === 'GET' && path.startsWith('/api/v1'))
    .map(({ path }) => path.replace(':district', district).replace(':register', register).replace(':number', '1'));
  const asked = paths.flatMap((path) =>
    PERIODS.flatMap((one) => FIGURES.map((figure) => path + queryOf(path, one, figure))),
  );
  return [...new Set(asked)];
}

async function statusOf(path: string, options: Parameters<typeof ask>[1]): Promise<string> {
  return `${(await ask(path, options)).status} ${path}`;
}

async function sendAll(region: StaffedRegion, rows: readonly { readonly row: string; readonly kind: SentKind }[]) {
  const [district = ''] = region.districts;
  const register = newId();
  const path = `/api/v1/districts/${district}/registers/${register}`;
  const token = region.operator;
  const push = { protocol: 1, client: newId(), pushId: newId(), epoch: null, ops: rows };
  const pushed = await ask(`${path}/push`, { token, body: push });
  expect(pushed.status).toBe(200);
  const { epoch }: { epoch: string } = await pushed.json();
  const layout = SENT_KINDS.map((kind) => ({
    kind,
    columns: [...travellingFields(kind), 'constructor'].map((field) => ({ field })),
    given: ['toString'],
    rows: rows.filter((one) => one.kind === kind).map(({ row }) => row),
  }));
  for (const asOf of ['0000-01-01', '9999-12-31', '2026-10-31']) {
    const body = { protocol: 1, epoch, asOf, pack: 'hmao-2018', layout };
    expect(await statusOf(`${path}/submit`, { token, body })).toBe(`200 ${path}/submit`);
  }
  return { district, register };
}

describe('whatever a row may hold', () => {
  it('is of the forms that the schemas know', () => {
    for (const { kind, values } of fc.sample(ops, 200).flat()) {
      expect(VALUES_SCHEMA[kind].safeParse(values)).toMatchObject({ success: true });
    }
  });

  it('can be kept, counted, judged and shown', async () => {
    await fc.assert(
      fc.asyncProperty(ops, async (rows) => {
        const region = await staffedRegion(['Лесной']);
        const { district, register } = await sendAll(region, rows);
        expect(await keptCounters(district)).toEqual(await recounted(district));
        const seen = await Promise.all(
          readings(district, register).map((path) => statusOf(path, { token: region.manager })),
        );
        expect(seen.length).toBeGreaterThan(60);
        expect(seen.filter((one) => one.startsWith('5'))).toEqual([]);
      }),
      { numRuns: 12 },
    );
    expect(await lookAheadEverywhere({ db: env.DB, now: () => Date.UTC(2026, 9, 20) })).toMatchObject({ failed: 0 });
  });
});
