/** What rules may know before they see rows. */
import type { Day } from '../../domain/day.ts';
import { personName, type PersonName } from '../../domain/person-name.ts';
import type { Register } from '../../domain/register.ts';
import type { Pack } from '../../packs/pack.ts';
import { journalFrom } from '../journal-coverage.ts';
import type { Run } from '../rule.ts';

export interface RunOptions {
  readonly pack: Pack;
  readonly asOf: Day;
  /** Columns that the workbook's own setting lets out unsealed, as "families.applicant". */
  readonly leaving?: readonly string[];
}

/** `current` gives the register of the latest update; all else is the same for its whole life. */
export function createRun(register: Register, current: () => Register, options: RunOptions): Run {
  const { pack, asOf, leaving = [] } = options;
  const fields = new Set<string>();
  for (const { kind, columns, givenFields } of register.tables) {
    for (const { field } of columns) fields.add(`${kind}|${field}`);
    for (const field of givenFields) fields.add(`${kind}|${field}`);
  }
  const kinds = new Set(register.tables.map(({ kind }) => kind));
  const made = new Map<unknown, unknown>();
  const run: Run = {
    pack,
    asOf,
    staff: register.specialists,
    leaving: new Set(leaving),
    journalFrom: journalFrom(register.visits),
    hasTable: (kind) => kinds.has(kind),
    hasField: (kind, field) => fields.has(`${kind}|${field}`),
    name: rememberedNames(),
    once: <T>(make: (pack: Pack, asOf: Day, run: Run) => T): T => {
      if (!made.has(make)) made.set(make, make(pack, asOf, run));
      return made.get(make) as T;
    },
    rawCell: register.rawCell && ((sheet, row, column) => current().rawCell?.(sheet, row, column) ?? null),
    skip: () => null,
  };
  return run;
}

/** Names are read many times over: every visit names its specialist. */
export function rememberedNames(): (text: string) => PersonName {
  const names = new Map<string, PersonName>();
  return (text) => {
    let known = names.get(text);
    if (!known) {
      known = personName(text);
      names.set(text, known);
    }
    return known;
  };
}
