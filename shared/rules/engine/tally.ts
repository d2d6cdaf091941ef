/** What one rule has done so far: rows looked at, findings by the unit they came from, reasons for not judging. */
import type { Finding, Skipped, SkipReason } from '../../domain/finding.ts';
import type { Draft, Out, Rule, TableDraft } from '../rule.ts';
import type { RecordKind } from '../../domain/fields.ts';

/** Makes a finding of what a check states. */
export interface Finisher {
  /** Null for what another rule says of the same cell. */
  readonly ofRow: <K extends RecordKind>(rule: Rule, draft: Draft<K>) => Finding | null;
  readonly ofTable: (rule: Rule, draft: TableDraft) => Finding;
}

export interface Tally {
  readonly rule: Rule;
  readonly out: Out;
  /** Starts a unit (a row, a family, a group): findings are kept under it. `sign` -1 takes an earlier run of it back. */
  readonly begin: (unit: object, sign: 1 | -1, rows: number) => void;
  /** Ends taking back: the findings that the unit had given. */
  readonly takeBack: (unit: object) => readonly Finding[];
  /** A check has thrown: it is not judged here, and everything else goes on. The code holds no data of the register. */
  readonly fail: (thrown: unknown) => void;
  readonly findingsOf: (unit: object) => readonly Finding[];
  readonly allFindings: () => Iterable<readonly Finding[]>;
  /** The rule as a whole is not judged. */
  readonly leaveOut: (reason: SkipReason, detail: string) => void;
  readonly looked: () => number;
  readonly skipped: () => readonly Skipped[];
  /** Forgets everything. */
  readonly clear: () => void;
}

const NONE: readonly Finding[] = [];

/** An empty tally of a rule. */
export function createTally(rule: Rule, finish: Finisher): Tally {
  const found = new Map<object, Finding[]>();
  const skips = createSkips(rule);
  let whole: Skipped[] = [];
  let looked = 0;
  let unit: object = found;
  let sign: 1 | -1 = 1;
  const keep = (make: () => Finding | null): void => {
    if (sign === -1) return;
    const finding = make();
    if (finding === null) return;
    const list = found.get(unit);
    if (list) list.push(finding);
    else found.set(unit, [finding]);
  };
  const skip = (reason: SkipReason, detail: string, rows = 1): void => skips.add(reason, detail, sign * rows);
  return {
    rule,
    out: {
      find: (draft) => keep(() => finish.ofRow(rule, draft)),
      findAt: (draft) => keep(() => finish.ofTable(rule, draft)),
      skip,
    },
    begin: (next, nextSign, rows) => {
      unit = next;
      sign = nextSign;
      looked += nextSign * rows;
      skips.nextUnit();
    },
    takeBack: (gone) => {
      const list = found.get(gone) ?? NONE;
      found.delete(gone);
      return list;
    },
    fail: (thrown) => skip('failed', `check:${thrown instanceof Error ? thrown.name : 'unknown'}`),
    findingsOf: (one) => found.get(one) ?? NONE,
    allFindings: () => found.values(),
    leaveOut: (reason, detail) => {
      whole.push({ rule: rule.id, reason, detail, rows: 0 });
    },
    looked: () => looked,
    skipped: () => [...whole, ...skips.list(looked === 0)].toSorted(byReason),
    clear: () => {
      found.clear();
      skips.clear();
      whole = [];
      looked = 0;
    },
  };
}

interface SkipCount {
  readonly reason: SkipReason;
  readonly detail: string;
  rows: number;
  /** The unit that was counted last. */
  unit: number;
}

/** Counts of rows that were not judged. A row that cannot be judged by two deadlines for one reason is one row. */
function createSkips(rule: Rule) {
  const isOfOneRow = rule.scope !== 'group' && rule.scope !== 'register';
  let counts: SkipCount[] = [];
  let unit = 0;
  return {
    nextUnit: (): void => {
      unit += 1;
    },
    add: (reason: SkipReason, detail: string, rows: number): void => {
      for (const count of counts) {
        if (count.reason !== reason || count.detail !== detail) continue;
        if (!isOfOneRow || count.unit !== unit) count.rows += rows;
        count.unit = unit;
        return;
      }
      counts.push({ reason, detail, rows, unit });
    },
    list: (isWhole: boolean): readonly Skipped[] =>
      counts
        .filter(({ rows }) => rows > 0)
        .map(({ reason, detail, rows }) => ({ rule: rule.id, reason, detail, rows: isWhole ? 0 : rows })),
    clear: (): void => {
      counts = [];
    },
  };
}

/** The order must not tell in which order rows were judged. */
function byReason(a: Skipped, b: Skipped): number {
  const one = `${a.reason} ${a.detail}`;
  const other = `${b.reason} ${b.detail}`;
  return one === other ? 0 : one < other ? -1 : 1;
}
