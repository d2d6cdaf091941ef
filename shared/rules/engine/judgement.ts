/** One judgement of a register, and how it follows the rows that change. */
import type { CheckResult, Finding } from '../../domain/finding.ts';
import type { FamilyRow, Register, RegisterRow, Table } from '../../domain/register.ts';
import type { FamilyCase } from '../links.ts';
import type { LinkedKind, Rule } from '../rule.ts';
import { compileTable, type TablePlan } from './compile-table.ts';
import { createFinisher } from './finish-finding.ts';
import { compileGroups, judgeGroup, judgeRegister, type GroupPlan } from './judge-groups.ts';
import { judgeFamily, judgeLink, judgeRow, type Sign } from './judge-rows.ts';
import { createLinkIndex, type Belonging, type LinkIndex, type LinkUpdate } from './link-index.ts';
import { keyUsage } from './link-keys.ts';
import { orderedFindings } from './ordered-findings.ts';
import { resultOf } from './result.ts';
import { readsTheSame, type RowChange } from './row-changes.ts';
import { createRun, type RunOptions } from './run.ts';
import { isSameLayout } from './same-layout.ts';
import { sheetOrder } from './sheet-order.ts';
import { createTally, type Tally } from './tally.ts';
import type { Pack } from '../../packs/pack.ts';

export interface JudgementOptions extends RunOptions {
  readonly rules: readonly Rule[];
}

export interface Judgement {
  readonly result: () => CheckResult;
  /** Takes in changed rows. The tables must be laid out as before. */
  readonly take: (register: Register, changes: readonly RowChange[]) => void;
}

interface Units {
  readonly row: (row: RegisterRow, sign: Sign) => void;
  readonly link: (link: Belonging, sign: Sign) => void;
  readonly family: (family: FamilyCase, sign: Sign) => void;
  readonly group: (plan: GroupPlan, rows: readonly RegisterRow[], sign: Sign) => void;
  /** A rule over the whole register, from scratch; nothing for any other rule. */
  readonly whole: (tally: Tally) => void;
}

interface Indexes {
  readonly links: LinkIndex;
  readonly groups: readonly GroupPlan[];
}

/** Judges everything once. */
export function judge(start: Register, options: JudgementOptions): Judgement {
  let register = start;
  const run = createRun(start, () => register, options);
  const order = sheetOrder(start.tables);
  const finisher = createFinisher(() => register.rawCell);
  const all = options.rules.map((rule) => createTally(rule, finisher));
  const tallies = all.filter((tally) => !isSwitchedOff(tally, options.pack));
  const links = createLinkIndex(needsLinks(tallies) ? start : UNLINKED, {
    order,
    usage: keyUsage(start),
    name: run.name,
  });
  const membersOf = (row: FamilyRow) => links.caseOf(row).members;
  const indexes = { links, groups: compileGroups(tallies, start, run, { order, membersOf, name: run.name }) };
  const planOf = plansOf((table) => compileTable(table, tallies, run));
  const units: Units = {
    row: (row, sign) => judgeRow(planOf(row.table), row, register.rawCell, sign),
    link: (link, sign) => judgeLink(planOf(link.row.table), link, sign),
    family: (family, sign) => judgeFamily(planOf(family.row.table).families, family, sign),
    group: judgeGroup,
    whole: (tally) => judgeRegister(tally, register, indexes.links, run),
  };
  judgeAll(register, units, indexes, tallies);
  const ordered = orderedFindings(
    tallies.flatMap((tally) => [...tally.allFindings()].flat()),
    { compare: order.findings, oncePerCell: new Set(options.rules.filter(isOncePerCell).map(({ id }) => id)) },
  );
  let result: CheckResult | null = null;
  return {
    result: () => (result ??= resultOf(register, run, ordered.published(), all)),
    take: (next, changes) => {
      register = next;
      const { retired, fresh } = rejudge(changes, units, indexes, tallies);
      ordered.exchange(retired, fresh);
      result = null;
    },
  };
}

const UNLINKED: Pick<Register, 'families' | LinkedKind> = { families: [], members: [], visits: [], measures: [] };

/** Rules of single rows and cells never ask to which family a row belongs. */
function needsLinks(tallies: readonly Tally[]): boolean {
  return tallies.some(({ rule }) => rule.scope !== 'row' && rule.scope !== 'column');
}

function isOncePerCell(rule: Rule): boolean {
  return 'isOncePerCell' in rule;
}

function isSwitchedOff(tally: Tally, { rulesOff }: Pack): boolean {
  const isOff = Object.hasOwn(rulesOff, tally.rule.id);
  if (isOff) tally.leaveOut('norm-null', `rule:${tally.rule.id}`);
  return isOff;
}

/** Tables read anew are other objects; a plan fits every table of the same layout. */
function plansOf(compile: (table: Table) => TablePlan): (table: Table) => TablePlan {
  const plans = new Map<Table, TablePlan>();
  return (table) => {
    const known = plans.get(table);
    if (known) return known;
    const plan = [...plans].find(([one]) => isSameLayout(one, table))?.[1] ?? compile(table);
    plans.set(table, plan);
    return plan;
  };
}

function judgeAll(register: Register, units: Units, { links, groups }: Indexes, tallies: readonly Tally[]): void {
  const hasFamilyRules = tallies.some(({ rule }) => rule.scope === 'family');
  for (const row of register.families) {
    units.row(row, 1);
    if (hasFamilyRules) units.family(links.caseOf(row), 1);
  }
  for (const rows of [register.members, register.visits, register.measures, register.specialists]) {
    for (const row of rows) units.row(row, 1);
  }
  if (tallies.some(({ rule }) => rule.scope === 'link')) links.each((row, owner) => units.link({ row, owner }, 1));
  for (const plan of groups) for (const rows of plan.index.groups()) units.group(plan, rows, 1);
  for (const tally of tallies) units.whole(tally);
}

interface Exchanged {
  readonly retired: ReadonlySet<Finding>;
  readonly fresh: readonly Finding[];
}

/** Takes back what the changed rows, and the units they belong to, had given, and judges what stands in their place. */
function rejudge(changes: readonly RowChange[], units: Units, indexes: Indexes, tallies: readonly Tally[]): Exchanged {
  const retired = new Set<Finding>();
  const fresh: Finding[] = [];
  const linking = tallies.filter(({ rule }) => rule.scope === 'link');
  const others = tallies.filter(({ rule }) => rule.scope !== 'link');
  const retire = (unit: object, from = others): void => {
    for (const tally of from) for (const finding of tally.takeBack(unit)) retired.add(finding);
  };
  const collect = (unit: object, from = others): void => {
    for (const tally of from) fresh.push(...tally.findingsOf(unit));
  };
  const kinds = new Set<string>();
  for (const { before, after } of changes) {
    for (const row of [before, after]) if (row) kinds.add(row.kind);
    if (before) retire((units.row(before, -1), before));
    if (after) collect((units.row(after, 1), after));
  }
  const linked = indexes.links.update(changes);
  for (const link of linked.goneLinks) retire((units.link(link, -1), link.row), linking);
  for (const link of linked.newLinks) collect((units.link(link, 1), link.row), linking);
  for (const family of linked.goneCases) retire((units.family(family, -1), family));
  for (const family of linked.newCases) collect((units.family(family, 1), family));
  for (const plan of indexes.groups) {
    const { gone, come } = plan.index.update(takenBy(plan, changes, linked));
    for (const rows of gone) retire((units.group(plan, rows, -1), rows));
    for (const rows of come) collect((units.group(plan, rows, 1), rows));
  }
  for (const tally of tallies) {
    const { rule } = tally;
    if (rule.scope !== 'register' || !rule.tables.some((kind) => kinds.has(kind))) continue;
    for (const findings of tally.allFindings()) for (const finding of findings) retired.add(finding);
    units.whole(tally);
    for (const findings of tally.allFindings()) fresh.push(...findings);
  }
  return { retired, fresh };
}

/** The changes that concern a grouping's rules; rows that say the same are exchanged silently. */
function takenBy({ index, reads, readsMembers }: GroupPlan, changes: readonly RowChange[], { newCases }: LinkUpdate) {
  if (readsMembers) {
    return [...changes, ...newCases.map(({ row }): RowChange => ({ before: row, after: row }))];
  }
  return changes.filter(({ before, after }) => {
    if (before === null || after === null || !readsTheSame(before, after, reads)) return true;
    index.swap(before, after);
    return false;
  });
}
