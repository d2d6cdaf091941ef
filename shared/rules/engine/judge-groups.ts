/** Runs group rules over the groups of their grouping, and register rules over everything. */
import type { RecordKind } from '../../domain/fields.ts';
import type { Register, RegisterRow } from '../../domain/register.ts';
import type { Grouping } from '../grouping.ts';
import type { Links } from '../links.ts';
import type { Out, Run } from '../rule.ts';
import { prepareSafely, type Compiled } from './compile-table.ts';
import { createGroupIndex, type GroupIndex, type GroupSurroundings } from './group-index.ts';
import type { Sign } from './judge-rows.ts';
import type { Tally } from './tally.ts';

type GroupCheck = (rows: readonly RegisterRow[], out: Out) => void;
type RegisterCheck = (register: Register, links: Links, out: Out) => void;

export interface GroupPlan {
  readonly index: GroupIndex;
  readonly readsMembers: boolean;
  /** All fields that rules of the grouping read. */
  readonly reads: readonly string[];
  readonly checks: readonly Compiled<GroupCheck>[];
}

/** One plan per grouping; rules of the same grouping share it. */
export function compileGroups(
  tallies: readonly Tally[],
  register: Register,
  run: Run,
  surroundings: GroupSurroundings,
): readonly GroupPlan[] {
  const byGrouping = new Map<Grouping<RecordKind>, Compiled<GroupCheck>[]>();
  for (const tally of tallies) {
    const { rule } = tally;
    if (rule.scope !== 'group') continue;
    const check = prepareWhole(tally, run, (own) => rule.prepare(own) as GroupCheck | null);
    const grouping = rule.groupBy as Grouping<RecordKind>;
    const checks = byGrouping.get(grouping) ?? [];
    byGrouping.set(grouping, checks);
    if (check) checks.push({ tally, check });
  }
  const plans: GroupPlan[] = [];
  for (const [grouping, checks] of byGrouping) {
    try {
      const reads = [...new Set(checks.flatMap(({ tally }) => [...tally.rule.reads]))];
      plans.push({
        index: createGroupIndex(grouping, register[grouping.table], surroundings),
        readsMembers: grouping.readsMembers === true,
        reads,
        checks,
      });
    } catch (thrown) {
      for (const { tally } of checks)
        tally.leaveOut('failed', `group:${thrown instanceof Error ? thrown.name : 'unknown'}`);
    }
  }
  return plans;
}

/** Judges one group by all rules of its grouping, or takes that back. */
export function judgeGroup({ checks }: GroupPlan, rows: readonly RegisterRow[], sign: Sign): void {
  for (const { tally, check } of checks) {
    tally.begin(rows, sign, rows.length);
    try {
      check(rows, tally.out);
    } catch (thrown) {
      tally.fail(thrown);
    }
  }
}

/** Judges the whole register by one rule, from scratch; does nothing for a rule of another scope. */
export function judgeRegister(tally: Tally, register: Register, links: Links, run: Run): void {
  const { rule } = tally;
  if (rule.scope !== 'register') return;
  tally.clear();
  const check = prepareWhole<RegisterCheck>(tally, run, (own) => rule.prepare(own));
  if (!check) return;
  tally.begin(tally, 1, 1);
  try {
    check(register, links, tally.out);
  } catch (thrown) {
    tally.fail(thrown);
  }
}

function prepareWhole<C>(tally: Tally, run: Run, prepare: (run: Run) => C | null): C | null {
  const reasons: { reason: Parameters<Tally['leaveOut']>[0]; detail: string }[] = [];
  const skip: Run['skip'] = (reason, detail) => {
    reasons.push({ reason, detail });
    return null;
  };
  const check = prepareSafely(() => prepare({ ...run, skip }), reasons);
  for (const { reason, detail } of reasons) tally.leaveOut(reason, detail);
  return check;
}
