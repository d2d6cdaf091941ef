import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../addin/file/open-workbook.ts';
import { packById } from '../../shared/packs/packs.ts';
import { readWorkbook } from '../../shared/reading/read-workbook.ts';
import { checkRegister } from '../../shared/rules/check-register.ts';
import { LAST_DAY } from './invented-families.ts';
import { sampleFiles } from './sample-files.ts';

const FILES = sampleFiles();
const kept = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../addin/ui/public/samples/${name}`, import.meta.url)));

/** What each sample is there to show. */
const PLANTED: Readonly<Record<string, readonly string[]>> = {
  'plain.xlsx': [
    'cell/required',
    'cell/date-as-text',
    'cell/date-invalid',
    'cell/date-future',
    'cell/number-invalid',
    'cell/code-unknown',
    'cell/mixed-alphabet',
    'cell/untidy',
    'cell/snils',
    'level/unknown',
    'identity/curator-variant',
    'identity/case-number-duplicate',
    'document/incomplete',
    'closing/reason-missing',
    'deadline/late',
    'visits/below-norm',
  ],
  'journal.xlsx': [
    'cell/required',
    'cell/date-as-text',
    'cell/date-invalid',
    'cell/code-unknown',
    'identity/curator-variant',
    'identity/family-duplicate',
    'level/transfer-order',
    'age/youngest-adult',
    'document/incomplete',
    'closing/reason-missing',
  ],
  'visits.xlsx': [
    'visits/below-norm',
    'visits/duplicate',
    'visits/outside-support',
    'visits/other-specialist',
    'identity/visit-orphan',
    'identity/curator-variant',
    'caseload/over-norm',
    'category/large-family',
    'closing/refused-but-open',
    'cell/required',
  ],
};

describe('the sample registers', () => {
  it('are those that the pane asks for', () => {
    expect([...FILES.keys()]).toEqual(Object.keys(PLANTED));
  });

  it.each(Object.keys(PLANTED))('%s is fresh: run node scripts/samples.ts when it is not', (name) => {
    expect(kept(name)).toEqual(FILES.get(name));
    expect(kept(name).length).toBeLessThan(64 * 1024);
  });

  it.each(Object.keys(PLANTED))('%s shows what it is there to show, and few things else', async (name) => {
    const pack = packById('training');
    if (!pack) throw new Error('no training pack');
    const workbook = await openWorkbook(name, kept(name));
    const { register } = readWorkbook(await workbook.readCells(), { pack, asOf: LAST_DAY });
    const { findings } = checkRegister(register, { pack, asOf: LAST_DAY });
    expect([...new Set(findings.map(({ rule }) => rule))]).toEqual(expect.arrayContaining([...(PLANTED[name] ?? [])]));
    expect(findings.length).toBeLessThan(30);
  });
});
