/**
 * A register that is edited while it is open: what the pane shows after re-checks equals what a new pane finds in the
 * saved file. The whole way is walked: file, session, edits, re-check of the sheets that changed, saved copy.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTestingCheckRunner } from '../../addin/engine/testing-check-runner.ts';
import { openSession, type Session } from '../../addin/engine/session.ts';
import type { FileWorkbook } from '../../addin/file/file-workbook.ts';
import { openWorkbook } from '../../addin/file/open-workbook.ts';
import { packById } from '../../shared/packs/packs.ts';
import { AS_OF } from './messy-sheets.ts';

const RUNS = Math.ceil(Number(process.env['KURATOR_REGISTERS'] ?? 6));
const samples = fileURLToPath(new URL('../../addin/ui/public/samples/', import.meta.url));

async function sessionOver(workbook: FileWorkbook) {
  const planned = new Set<() => void>();
  const session = await openSession(
    {
      workbook,
      runner: createTestingCheckRunner(),
      packById,
      nowMs: () => 0,
      today: () => AS_OF,
      breathe: async () => undefined,
      after: (_, action) => {
        planned.add(action);
        return () => void planned.delete(action);
      },
    },
    'training',
  );
  /** Lets the quiet time after edits pass, and waits for the re-check. */
  const settle = async (): Promise<void> => {
    const due = [...planned];
    planned.clear();
    if (due.length === 0) return;
    const ended = new Promise<void>((resolve) => {
      const stop = session.store.subscribe(() => {
        if (session.store.getSnapshot().work !== null) return;
        stop();
        resolve();
      });
    });
    for (const action of due) action();
    await ended;
  };
  return { session, settle };
}

function shown({ store }: Session) {
  const { run, problem } = store.getSnapshot();
  if (!run || problem !== null) throw new Error(`no run: ${JSON.stringify(problem)}`);
  const { findings, ledger, summary } = run.result;
  return { findings, ledger, summary };
}

const edit = fc.record({
  sheet: fc.nat(3),
  row: fc.integer({ min: 2, max: 45 }),
  column: fc.nat(14),
  typed: fc.constantFrom(
    '',
    'базовый',
    'кризисный',
    '31.02.2026',
    '12.03.2026',
    '15.09.2026',
    'Ветрова А. П.',
    '  Ветрова  А. П.',
    '1/2026',
    '3',
    'СОП',
    'прочее',
    'отказано',
    '112-233-445 96',
  ),
});

describe('a register that is edited', () => {
  it.each(['plain.xlsx', 'visits.xlsx', 'journal.xlsx'])(
    'is shown as a fresh run over the saved file would show it: %s',
    async (name) => {
      const bytes = readFileSync(samples + name);
      const property = fc.asyncProperty(
        fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { maxLength: 4 }),
        async (bursts) => {
          const workbook = await openWorkbook(name, bytes);
          const { session, settle } = await sessionOver(workbook);
          await session.check();
          const sheets = (await workbook.listSheets()).map((sheet) => sheet.name);
          for (const burst of bursts) {
            for (const { sheet, row, column, typed } of burst) {
              const cell = { sheet: sheets[sheet % sheets.length] ?? '', row, column };
              await session.edit(cell, typed);
            }
            await settle();
          }
          const live = shown(session);
          const fresh = await sessionOver(await openWorkbook(name, await workbook.saveCopy()));
          await fresh.session.check();
          expect(live).toEqual(shown(fresh.session));
          expect(live.ledger.length).toBeGreaterThan(50);
        },
      );
      await expect(fc.assert(property, { numRuns: RUNS })).resolves.toBeUndefined();
    },
    60_000 + RUNS * 2_000,
  );
});
