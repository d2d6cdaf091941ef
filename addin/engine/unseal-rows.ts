/** Names of the rows behind a number, opened where the pane holds the region's key. Nothing leaves this computer. */
import { open } from '../../shared/privacy/seal.ts';
import type { RegionKey } from '../../shared/privacy/region-key.ts';
import type { CaseList, SealedNames } from '../../shared/sync/region-wire.ts';

export interface OpenedNames {
  /** Null where nothing was sent, or no key at hand opens it. */
  readonly names: Readonly<Record<keyof SealedNames, string | null>>;
  /** Something was sent sealed that no key at hand opens. */
  readonly isLocked: boolean;
}

/**
 * The names of each case of a list, by row id.
 *
 * @param district the one whose rows these are: sealed values open in their own place only
 */
export async function unsealCases(
  { cases }: Pick<CaseList, 'cases'>,
  district: string,
  keys: readonly RegionKey[],
): Promise<ReadonlyMap<string, OpenedNames>> {
  const opened = cases.map(async ({ row, sealed }) => {
    const textOf = async (field: keyof SealedNames): Promise<string | null> => {
      const value = sealed[field];
      const text = value === null ? null : await open(value, { district, table: 'families', row, field }, keys);
      return text?.ok ? text.text : null;
    };
    const [caseNo, applicant, curator] = await Promise.all([textOf('caseNo'), textOf('applicant'), textOf('curator')]);
    const names = { caseNo, applicant, curator };
    const isLocked = (Object.keys(names) as (keyof SealedNames)[]).some(
      (field) => sealed[field] !== null && names[field] === null,
    );
    return [row, { names, isLocked }] as const;
  });
  return new Map(await Promise.all(opened));
}
