/** Rules: all of them over a large register, the covered ones against a bare loop, a single edit, memory, and zod. */
import type { FamilyRow, Register } from '../../shared/domain/register.ts';
import type { Pack } from '../../shared/packs/pack.ts';
import { packById } from '../../shared/packs/packs.ts';
import { readWorkbook } from '../../shared/reading/read-workbook.ts';
import { checkRegister, startChecker } from '../../shared/rules/check-register.ts';
import { RULES } from '../../shared/rules/registry.ts';
import { bareLoop, COVERED } from './bare-loop.ts';
import { figure, measure, median, type Figure, type Measured } from './measure.ts';
import { heapMb } from './heap.ts';
import { LAST_DAY, syntheticSheets } from './synthetic-sheets.ts';
import { STATED, zodIssues } from './zod-rows.ts';

const found = packById('training');
if (!found) throw new Error('no training pack');
const PACK: Pack = found;
const OPTIONS = { pack: PACK, asOf: LAST_DAY };

function registerOf(families: number, visits: number): Register {
  const sheets = syntheticSheets({ families, visits, familySheets: 5, seed: 4 });
  return { ...readWorkbook(sheets, OPTIONS).register, rawCell: undefined };
}

export async function rulesBench(scale: number): Promise<readonly (Measured | Figure)[]> {
  const families = 50_000 * scale;
  const visits = 500_000 * scale;
  const before = heapMb();
  const register = registerOf(families, visits);
  const own = heapMb() - before;
  const result = checkRegister(register, OPTIONS);
  const ofResult = heapMb() - before - own;
  const checker = startChecker(register, OPTIONS);
  const ofChecker = heapMb() - before - own - ofResult;
  const looked = result.ledger.reduce((sum, entry) => sum + entry.looked, 0);
  const covered = RULES.filter(({ id }) => COVERED.has(id));
  holdAgainst(register, covered);
  const size = `${families} cases and ${visits} visits`;
  const ofCovered = await measure({
    name: `${covered.length} representative rules with explanations over ${size} / bare loop for the same`,
    aim: 3,
    unit: 'ms',
    rounds: 3,
    baseline: () => bareLoop(register, PACK, LAST_DAY),
    subject: () => checkRegister(register, { ...OPTIONS, rules: covered }),
  });
  const ofAll = await measure({
    name: `all ${RULES.length} rules over ${size} / the bare loop of ${covered.length}`,
    aim: null,
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
    await zodBench(register, families),
  ];
}

/** A loop that finds something else would be no baseline. */
function holdAgainst(register: Register, covered: typeof RULES): void {
  const plain = countBy(bareLoop(register, PACK, LAST_DAY).map(([rule]) => rule));
  const ours = countBy(checkRegister(register, { ...OPTIONS, rules: covered }).findings.map(({ rule }) => rule));
  for (const rule of COVERED) {
    if (plain.get(rule) !== ours.get(rule)) {
      throw new Error(`The loop finds ${plain.get(rule)} of ${rule}, the rules ${ours.get(rule)}.`);
    }
  }
}

function countBy(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

async function zodBench({ families, ...rest }: Register, count: number): Promise<Measured> {
  const rules = RULES.filter(({ id }) => STATED.has(id));
  const alone: Register = { ...rest, families, visits: [] };
  const ours = checkRegister(alone, { ...OPTIONS, rules }).findings.length;
  const theirs = zodIssues(families, LAST_DAY);
  if (ours !== theirs) throw new Error(`zod finds ${theirs}, the rules ${ours}.`);
  return measure({
    name: `${rules.length} row rules over ${count} cases / zod on the same`,
    aim: null,
    unit: 'ms',
    baseline: () => zodIssues(families, LAST_DAY),
    subject: () => checkRegister(alone, { ...OPTIONS, rules }),
  });
}

/** One cell of one family is edited, in a register of 20,000 families and 200,000 visits. */
export function editBench(scale: number): readonly Figure[] {
  const register = registerOf(20_000 * scale, 200_000 * scale);
  const edits = 60;
  const levels = ['ADAPT', 'BASE', 'CRISIS', 'URGENT'];
  const checker = startChecker(register, OPTIONS);
  let now = register;
  const times = Array.from({ length: edits }, (_, edit) => {
    const at = Math.floor((edit * register.families.length) / edits);
    const before = now.families[at];
    if (!before) return 0;
    const code = levels[edit % levels.length] ?? 'BASE';
    const after: FamilyRow = { ...before, values: { ...before.values, level: { code, text: code } } };
    now = { ...now, families: now.families.with(at, after) };
    const start = performance.now();
    checker.update(now, [{ before, after }]);
    return performance.now() - start;
  });
  const name = `one edit in ${register.families.length} families and ${register.visits.length} visits, re-checked`;
  return [
    figure(`${name} (median)`, median(times), 'ms', { atMost: 5 }),
    figure(`${name} (slowest of ${edits})`, Math.max(...times), 'ms'),
  ];
}
