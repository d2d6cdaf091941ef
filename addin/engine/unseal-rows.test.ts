import { expect, it } from 'vitest';
import { regionKey } from '../../shared/privacy/region-key.ts';
import { seal } from '../../shared/privacy/seal.ts';
import type { CaseList } from '../../shared/sync/region-wire.ts';
import { unsealCases } from './unseal-rows.ts';

const ROW = 'r'.repeat(22);
const nonce = () => crypto.getRandomValues(new Uint8Array(12));

async function world() {
  const key = await regionKey(new Uint8Array(32).fill(1));
  const place = { district: 'les', table: 'families', row: ROW };
  const applicant = await seal('Берёзова Анна', { ...place, field: 'applicant' }, key, nonce());
  const caseNo = await seal('1/2026', { ...place, field: 'caseNo' }, key, nonce());
  const one = { register: 'x', level: 'BASE', start: null, closedOn: null, isPositive: false, curator: null };
  const list = (sealed: CaseList['cases'][number]['sealed']): Pick<CaseList, 'cases'> => ({
    cases: [{ ...one, row: ROW, rules: [], count: 1, sealed }],
  });
  return { key, applicant, caseNo, list };
}

it('opens the names of a list with the key at hand', async () => {
  const { key, applicant, caseNo, list } = await world();
  const opened = await unsealCases(list({ applicant, caseNo, curator: null }), 'les', [key]);
  const names = { applicant: 'Берёзова Анна', caseNo: '1/2026', curator: null };
  expect([...opened]).toEqual([[ROW, { names, isLocked: false }]]);
});

it('opens nothing without the key, under another one, in another district or in another place, and says so', async () => {
  const { key, applicant, caseNo, list } = await world();
  const other = await regionKey(new Uint8Array(32).fill(2));
  const whole = list({ applicant, caseNo, curator: null });
  const swapped = list({ applicant: caseNo, caseNo: applicant, curator: null });
  const nothing = { names: { applicant: null, caseNo: null, curator: null }, isLocked: true };
  for (const [cases, district, keys] of [
    [whole, 'les', []],
    [whole, 'les', [other]],
    [whole, 'rechnoy', [key]],
    [swapped, 'les', [key]],
  ] as const)
    expect([...(await unsealCases(cases, district, keys))]).toEqual([[ROW, nothing]]);
});
