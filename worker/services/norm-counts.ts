/** How the norms were kept, month by month: counted when a register is judged. */
import type { Day } from '../../shared/domain/day.ts';
import type { Pack } from '../../shared/packs/pack.ts';
import { normEvents, normMonths, type NormCount } from '../../shared/reports/norm-months.ts';
import type { WireRow } from '../../shared/sync/rebuild-register.ts';
import { factsOfRows, journalFrom } from './facts-of-rows.ts';

interface Judged {
  readonly district: string;
  readonly asOf: Day;
  readonly pack: Pack;
}

/** The numbers of a register's rows. */
export function normCounts(rows: readonly WireRow[], { district, asOf, pack }: Judged): readonly NormCount[] {
  const hasJournal = rows.some(({ kind }) => kind === 'visits');
  const facts = factsOfRows(rows, { district, asOf, hasJournal });
  return normMonths(normEvents(facts, { asOf, pack, journalFrom: journalFrom(rows) }));
}
