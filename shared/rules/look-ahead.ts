/**
 * What falls due in the next days, per curator: the same dates that the rules hold against the day of the check, seen
 * from before. Pure, like the rules.
 */
import { isOpen } from '../domain/case-state.ts';
import type { CellAddress } from '../domain/cell-address.ts';
import type { Day } from '../domain/day.ts';
import type { DaySpan } from '../domain/day-span.ts';
import type { FindingParams } from '../domain/finding.ts';
import { findingCell } from '../domain/register.ts';
import type { FamilyRow, Register, Table } from '../domain/register.ts';
import { isOver, loadLimit } from '../packs/load-limit.ts';
import type { Pack } from '../packs/pack.ts';
import { loadsOf, peopleOf } from './caseload/curator-load.ts';
import { continuityOf } from './engine/continuity.ts';
import { createLinkIndex } from './engine/link-index.ts';
import { keyUsage } from './engine/link-keys.ts';
import type { RowChange } from './engine/row-changes.ts';
import { createRun } from './engine/run.ts';
import { sheetOrder } from './engine/sheet-order.ts';
import type { FamilyCase } from './links.ts';
import { levelParam, sourceParam } from './norm-words.ts';
import type { Run, TableRun } from './rule.ts';
import { agesAhead } from './look-ahead/ages-ahead.ts';
import { deadlinesAhead, reviewsAhead, revisionsAhead, termsAhead } from './look-ahead/dates-ahead.ts';
import type { Upcoming } from './look-ahead/upcoming.ts';
import { visitsAhead } from './look-ahead/visits-ahead.ts';

/** A level at which a curator's caseload is full: one more family would be over the norm. */
export interface FullLoad {
  readonly level: string;
  readonly count: number;
  readonly limit: number;
  /** The curator's cell in the last of those rows. */
  readonly cell: CellAddress;
  readonly params: FindingParams;
}

export interface CuratorAhead {
  /** The name as it stands in the first row; null for cases without a curator. */
  readonly curator: string | null;
  /** By day, then in sheet order. */
  readonly upcoming: readonly Upcoming[];
  readonly full: readonly FullLoad[];
}

/** The days looked at, of which the first is the day of the check, and what falls due in them. */
export interface LookAhead extends DaySpan {
  /** Curators with something to say, in the order of their first rows; cases without a curator last. */
  readonly curators: readonly CuratorAhead[];
}

export interface LookAheadOptions {
  readonly pack: Pack;
  readonly asOf: Day;
  /** How many days after `asOf` are looked at; 14 when left out. */
  readonly days?: number;
}

const TWO_WEEKS = 14;

/** Looks ahead over the open cases of a register. */
export function lookAhead(register: Register, options: LookAheadOptions): LookAhead {
  return startLookAhead(register, options).result();
}

export interface LiveLookAhead {
  readonly result: () => LookAhead;
  /** Takes in a register in which some rows were read anew, on the terms of Checker.update. */
  readonly update: (register: Register, changes: readonly RowChange[]) => void;
}

/** Looks ahead, and remembers of each family what falls due, so that an edit costs the families it concerns. */
export function startLookAhead(start: Register, options: LookAheadOptions): LiveLookAhead {
  let continuity = continuityOf(start);
  let looking = lookOver(start, options);
  return {
    result: () => looking.result(),
    update: (register, changes) => {
      if (continuity.takes(register, changes)) looking.take(register, changes);
      else {
        continuity = continuityOf(register);
        looking = lookOver(register, options);
      }
    },
  };
}

interface Looking {
  readonly result: () => LookAhead;
  readonly take: (register: Register, changes: readonly RowChange[]) => void;
}

function lookOver(start: Register, { pack, asOf, days = TWO_WEEKS }: LookAheadOptions): Looking {
  let register = start;
  const window = { from: asOf, to: asOf + days };
  const run = createRun(start, () => register, { pack, asOf });
  const links = createLinkIndex(start, {
    order: sheetOrder(start.tables),
    usage: keyUsage(start),
    name: run.name,
  });
  const lookers = new Map<Table, (family: FamilyCase) => readonly Upcoming[]>();
  const seen = new Map<FamilyRow, readonly Upcoming[]>();
  const lookAt = (row: FamilyRow): readonly Upcoming[] => {
    if (!isOpen(row, asOf)) return NOTHING;
    let upcoming = seen.get(row);
    if (!upcoming) {
      const look = lookers.get(row.table) ?? lookerFor(row.table, run, window);
      lookers.set(row.table, look);
      seen.set(row, (upcoming = look(links.caseOf(row))));
    }
    return upcoming;
  };
  const aheadOf = ({ rows, hasCurator }: Group): CuratorAhead => ({
    curator: hasCurator ? (rows[0]?.values.curator ?? null) : null,
    upcoming: rows.flatMap(lookAt).toSorted((a, b) => a.day - b.day),
    full: hasCurator ? fullLoads(rows, run) : [],
  });
  return {
    take: (next, changes) => {
      register = next;
      const { goneCases, newCases } = links.update(changes);
      for (const { row } of [...goneCases, ...newCases]) seen.delete(row);
    },
    result: () => {
      const curators = groups(register.families, run).map(aheadOf);
      return { ...window, curators: curators.filter(({ upcoming, full }) => upcoming.length + full.length > 0) };
    },
  };
}

const NOTHING: readonly Upcoming[] = [];

function lookerFor(table: Table, run: Run, window: DaySpan): (family: FamilyCase) => readonly Upcoming[] {
  const fields = new Set<string>([...table.columns.map((column) => column.field), ...table.givenFields]);
  const tableRun: TableRun<'families'> = { ...run, table, has: (field) => fields.has(field) };
  const looks = [visitsAhead, reviewsAhead, termsAhead, deadlinesAhead, revisionsAhead, agesAhead].map((ahead) =>
    ahead(tableRun, window),
  );
  return (family) => looks.flatMap((look) => look(family));
}

interface Group {
  readonly rows: readonly FamilyRow[];
  readonly hasCurator: boolean;
}

function groups(rows: readonly FamilyRow[], run: Run): readonly Group[] {
  const hasName = ({ values }: FamilyRow): boolean => run.name(values.curator ?? '').key !== '';
  const named = rows.filter(hasName);
  const nameless = rows.filter((row) => !hasName(row));
  const place = new Map(rows.map((row, index) => [row, index]));
  const placeOf = ({ rows: [first] }: { readonly rows: readonly FamilyRow[] }): number =>
    first ? (place.get(first) ?? 0) : 0;
  const people = peopleOf(named, run.name).toSorted((a, b) => placeOf(a) - placeOf(b));
  return [...people.map((person) => ({ rows: person.rows, hasCurator: true })), { rows: nameless, hasCurator: false }];
}

function fullLoads(rows: readonly FamilyRow[], run: Run): readonly FullLoad[] {
  return loadsOf(run)(rows).flatMap(({ curator, rate, byLevel }) =>
    [...byLevel].flatMap(([level, its]) => {
      const found = rate === null ? null : loadLimit(run.pack, level, { rate, asOf: run.asOf });
      const last = its.at(-1);
      const count = its.length;
      if (!found || !last || isOver(count, found.limit) || !isOver(count + 1, found.limit)) return [];
      const { norm, limit } = found;
      const params = { curator, count, limit, ...levelParam(run.pack, level), ...sourceParam(norm.source) };
      return [{ level, count, limit, cell: findingCell(last, 'curator'), params }];
    }),
  );
}
