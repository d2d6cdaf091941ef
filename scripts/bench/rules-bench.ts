/** Rules: all of them over a large register, the covered ones against a bare loop, a single edit, memory, zod and Ajv. */
import type { CheckResult } from '../../shared/domain/finding.ts';
import type { Register } from '../../shared/domain/register.ts';
import { isCellDate } from '../../shared/domain/sheet-cells.ts';
import type { SheetCells } from '../../shared/domain/sheet-cells.ts';
import type { Pack } from '../../shared/packs/pack.ts';
import { packById } from '../../shared/packs/packs.ts';
import type { RowEdit } from '../../shared/reading/live-reading.ts';
import { startReading } from '../../shared/reading/live-reading.ts';
import { readWorkbook } from '../../shared/reading/read-workbook.ts';
import { checkRegister, startChecker } from '../../shared/rules/check-register.ts';
import { startLookAhead } from '../../shared/rules/look-ahead.ts';
import { RULES } from '../../shared/rules/registry.ts';
import { ajvErrors } from './ajv-rows.ts';
import { bareLoop, COVERED } from './bare-loop.ts';
import { figure, measure, median, type Figure, type Measured } from './measure.ts';
import { heapMb } from './heap.ts';
import { LAST_DAY, syntheticSheets } from './synthetic-sheets.ts';
import { STATED, zodIssues } from './zod-rows.ts';

const found = packById('training');
if (!found) throw new Error('no training pack');
const PACK: Pack = found;
const OPTIONS = { pack: PACK, asOf: LAST_DAY };

export async function rulesBench(scale: number): Promise<readonly (Measured | Figure)[]> {
  const families = 50_000 * scale;
  const visits = 500_000 * scale;
  const sheets = syntheticSheets({ families, visits, familySheets: 5, seed: 4 });
  const before = heapMb();
  const { register } = readWorkbook(sheets, OPTIONS);
  const own = heapMb() - before;
  const result = checkRegister(register, OPTIONS);
  const ofResult = heapMb() - before - own;
  const checker = startChecker(register, OPTIONS);
  const ofChecker = heapMb() - before - own - ofResult;
  const looked = result.ledger.reduce((sum, entry) => sum + entry.looked, 0);
  const covered = RULES.filter(({ id }) => COVERED.has(id));
  holdAgainst(register, result);
  const size = `${families} cases and ${visits} visits`;
  const ofCovered = await measure({
    name: `the ${covered.length} rules that find something there, with explanations, over ${size} / bare loop for the same`,
    aim: 3,
    unit: 'ms',
    rounds: 3,
    baseline: () => bareLoop(register, PACK, LAST_DAY),
    subject: () => checkRegister(register, { ...OPTIONS, rules: covered }),
  });
  const ofAll = await measure({
    name: `all ${RULES.length} rules over ${size} / the bare loop of ${covered.length}`,
    aim: 3,
    unit: 'ms',
    rounds: 3,
    baseline: () => bareLoop(register, PACK, LAST_DAY),
    subject: () => checkRegister(register, OPTIONS),
  });
  const seconds = ofAll.subjectMs / 1_000;
  const rows = register.families.length + register.visits.length + register.specialists.length;
  return [
    ofCovered,
    ofAll,
    figure('findings of that run', result.findings.length, 'findings'),
    figure('rows × rules in one second', (rows * RULES.length) / seconds, 'row·rules', { atLeast: 10_000_000 }),
    figure('of them looked at by a rule that concerns them (ledger)', looked / seconds, 'row·rules'),
    figure("register's own memory", own, 'MB'),
    figure('memory that a result holds beyond it', ofResult, 'MB', { atMost: 200 }),
    figure(
      `memory that a live checker of ${checker.result().findings.length} findings holds beyond it`,
      ofChecker,
      'MB',
      { atMost: 200 },
    ),
    ...(await schemaBenches(register, families)),
  ];
}

/** A loop that finds something else, or leaves out a rule that finds something, would be no baseline. */
function holdAgainst(register: Register, { findings }: CheckResult): void {
  const plain = new Set(bareLoop(register, PACK, LAST_DAY).map((tuple) => tuple.join('|')));
  const ours = new Set(findings.map(({ rule, cell }) => [rule, cell.sheet, cell.row].join('|')));
  const missing = [...ours].filter((place) => !plain.has(place));
  const extra = [...plain].filter((place) => !ours.has(place));
  const rules = new Set(findings.map(({ rule }) => rule));
  const others = [...COVERED].filter((rule) => !rules.has(rule));
  if (missing.length + extra.length + others.length === 0) return;
  const some = [...missing.slice(0, 3), '/', ...extra.slice(0, 3)].join(' ');
  throw new Error(
    `The loop misses ${missing.length} and adds ${extra.length}: ${some}; without findings: ${others.join()}.`,
  );
}

/** The rules of single rows that a schema can state, against two libraries that check schemas. */
async function schemaBenches({ families, ...rest }: Register, count: number): Promise<readonly Measured[]> {
  const rules = RULES.filter(({ id }) => STATED.has(id));
  const alone: Register = { ...rest, families, visits: [] };
  const subject = () => checkRegister(alone, { ...OPTIONS, rules });
  const ours = subject().findings.length;
  const libraries = [
    { library: 'zod', baseline: () => zodIssues(families, LAST_DAY) },
    { library: 'Ajv', baseline: () => ajvErrors(families, LAST_DAY) },
  ];
  const measured: Measured[] = [];
  for (const { library, baseline } of libraries) {
    const theirs = baseline();
    if (ours !== theirs) throw new Error(`${library} finds ${theirs}, the rules ${ours}.`);
    const name = `${rules.length} row rules with explanations over ${count} cases / ${library} on the same`;
    measured.push(await measure({ name, aim: null, unit: 'ms', rounds: 3, baseline, subject }));
  }
  return measured;
}

/** One cell is edited, in a register of 20,000 families and 200,000 visits: its row is read again and judged. */
export function editBench(scale: number): readonly Figure[] {
  const size = { families: 20_000 * scale, visits: 200_000 * scale };
  const sheets = syntheticSheets({ ...size, familySheets: 5, seed: 4 });
  const live = startReading(sheets, OPTIONS);
  const checker = startChecker(live.reading().register, OPTIONS);
  const ahead = startLookAhead(live.reading().register, OPTIONS);
  const times = Array.from({ length: EDITS }, (_, at) => {
    const edit = editOf(sheets, at);
    const begun = performance.now();
    const changes = live.edit([edit]);
    if (changes === null) throw new Error(`Row ${edit.row.row} of ${edit.sheet} could not be read by itself.`);
    const read = performance.now();
    checker.update(live.reading().register, changes);
    const judged = performance.now();
    ahead.update(live.reading().register, changes);
    ahead.result();
    return { reading: read - begun, judging: judged - read, ahead: performance.now() - judged };
  });
  const name = `one edit in ${size.families} families and ${size.visits} visits`;
  const [reading, judging] = [times.map((time) => time.reading), times.map((time) => time.judging)];
  return [
    figure(`${name}: its row is read again (median)`, median(reading), 'ms'),
    figure(`${name}: what it concerns is judged again (median)`, median(judging), 'ms', { atMost: 5 }),
    figure(`${name}: both (slowest of ${EDITS})`, Math.max(...times.map((time) => time.reading + time.judging)), 'ms'),
    figure(`${name}: the days to come (median)`, median(times.map((time) => time.ahead)), 'ms'),
  ];
}

const EDITS = 90;
const WORDINGS = ['адаптационный', 'базовый', 'кризисный', 'экстренный'];

/** Levels and dates of families, and days of visits, in turn over all sheets. */
function editOf(sheets: readonly SheetCells[], at: number): RowEdit {
  const sheet = sheets[at % (sheets.length - 1)];
  const row = sheet?.rows[1 + ((at * 7_919) % (sheet.rows.length - 1))];
  if (!sheet || !row) throw new Error('no row to edit');
  const cells = [...row.cells];
  const isFamily = cells.length > 10;
  const column = isFamily ? 6 : 1;
  const day = cells[column];
  if (isFamily && at % 2 === 0) cells[9] = WORDINGS[at % WORDINGS.length] ?? null;
  else if (isCellDate(day)) cells[column] = { serial: day.serial - 1 };
  return { sheet: sheet.name, row: { row: row.row, cells } };
}
