/** The numbers of a workbook that was dropped here, counted as the server counts what is sent. Nothing leaves. */
import { dayOfIso } from '../../../shared/domain/day.ts';
import { FIGURES, NORM_FIGURES } from '../../../shared/domain/figure-names.ts';
import type { Register } from '../../../shared/domain/register.ts';
import type { CaseFacts } from '../../../shared/reports/case-facts.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import { caseloads, overloaded } from '../../../shared/reports/caseload.ts';
import { consolidatedTable } from '../../../shared/reports/consolidated.ts';
import { isInMonths, normEvents } from '../../../shared/reports/norm-months.ts';
import { registerFacts } from '../../../shared/reports/register-facts.ts';
import { checkRegister } from '../../../shared/rules/check-register.ts';
import { journalFrom } from '../../../shared/rules/journal-coverage.ts';
import { registerLinks } from '../../../shared/rules/register-links.ts';
import { readWorkbookSteps } from '../../../shared/reading/read-workbook.ts';
import type { Reading } from '../../../shared/reading/reading.ts';
import type { PictureFigures } from '../../../shared/sync/region-wire.ts';
import { slices } from '../../file/slices.ts';
import { openWorkbookInWorker } from '../../file/worker-file.ts';

export interface FileReading {
  readonly row: PictureFigures;
  readonly register: Register;
  readonly facts: readonly CaseFacts[];
  /** Errors by the row they stand at, «Реестр!14». */
  readonly errors: readonly { readonly row: string; readonly rule: string }[];
  readonly cases: number;
  /** Sheets that hold no table which was understood. */
  readonly unread: number;
}

export interface FileWish {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly pack: Pack;
  /** First and last day, ISO. */
  readonly period: { readonly from: string; readonly to: string };
  /** Today, ISO. */
  readonly asOf: string;
}

/** Null when the workbook holds no families. Rejects with a WorkbookError for a file that cannot be opened. */
export async function readFileRow({ name, bytes, pack, period, asOf: iso }: FileWish): Promise<FileReading | null> {
  const book = await openWorkbookInWorker(name, bytes);
  const asOf = dayOfIso(iso) ?? Number.NaN;
  const span = { from: dayOfIso(period.from) ?? Number.NaN, to: dayOfIso(period.to) ?? Number.NaN };
  const sheets = await book.readCells();
  book.close();
  const { register } = await inSlices(readWorkbookSteps(sheets, { pack, asOf, isTextFile: book.isTextFile }));
  if (register.families.length === 0) return null;
  const links = registerLinks(register);
  const facts = registerFacts(register, { asOf, districtOf: () => name, caseOf: links.caseOf });
  const { total } = consolidatedTable(facts, { cut: 'district', period: span, levels: [] });
  const { summary, findings } = checkRegister(register, { pack, asOf });
  const norms = Object.fromEntries(NORM_FIGURES.map((figure) => [figure, 0])) as Record<
    (typeof NORM_FIGURES)[number],
    number
  >;
  for (const event of normEvents(facts, { asOf, pack, journalFrom: journalFrom(register.visits) })) {
    if (isInMonths(event, span)) norms[event.figure] += 1;
  }
  const known = new Set(register.tables.map(({ sheet }) => sheet));
  return {
    register,
    facts,
    errors: findings.flatMap(({ severity, cell, rule }) =>
      severity === 'error' ? [{ row: `${cell.sheet}!${cell.row}`, rule }] : [],
    ),
    cases: summary.cases,
    unread: sheets.filter((sheet) => sheet.rows.length > 0 && !known.has(sheet.name)).length,
    row: {
      figures: Object.fromEntries(
        FIGURES.map((figure) => [figure, total.cells[figure].value]),
      ) as PictureFigures['figures'],
      childrenUnknown: total.cells.childrenUnknown.value,
      levels: total.levels.map(({ level, cell }) => ({ level, cases: cell.value })),
      norms,
      specialists: total.specialists,
      overNorm: overloaded(caseloads(facts, { asOf, pack })).over.length,
      errors: summary.errors,
      warnings: summary.warnings,
    },
  };
}

/** Reads while the page goes on drawing. */
async function inSlices(steps: Generator<undefined, Reading>): Promise<Reading> {
  const pause = slices();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const due = pause();
    if (due) await due;
  }
}
