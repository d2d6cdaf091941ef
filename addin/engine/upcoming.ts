/** What falls due within two weeks, as plain data that can leave the checking worker. */
import type { CellAddress } from '../../shared/domain/cell-address.ts';
import { isoOf } from '../../shared/domain/day.ts';
import type { FindingParams } from '../../shared/domain/finding.ts';
import type { FullLoad, LookAhead } from '../../shared/rules/look-ahead.ts';
import type { UpcomingKind } from '../../shared/rules/look-ahead/upcoming.ts';

export interface UpcomingEntry {
  readonly kind: UpcomingKind;
  /** ISO day, the last one in time. */
  readonly day: string;
  readonly cell: CellAddress;
  /** How people call the family; empty where the row names none. */
  readonly subject: string;
  readonly params: FindingParams;
}

export interface CuratorUpcoming {
  /** Null for cases without a curator. */
  readonly curator: string | null;
  readonly entries: readonly UpcomingEntry[];
  readonly full: readonly FullLoad[];
}

export interface UpcomingList {
  /** Last ISO day that is looked at. */
  readonly until: string;
  readonly curators: readonly CuratorUpcoming[];
}

/** The days to come, curator by curator, in the order of the look ahead. */
export function upcomingList({ to, curators }: LookAhead): UpcomingList {
  return {
    until: isoOf(to),
    curators: curators.map(({ curator, upcoming, full }) => ({
      curator,
      full,
      entries: upcoming.map(({ kind, day, cell, row, params }) => ({
        kind,
        day: isoOf(day),
        cell,
        subject: row.values.applicant ?? row.values.caseNo ?? '',
        params,
      })),
    })),
  };
}
