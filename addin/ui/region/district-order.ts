/** Columns of the districts' table and the order they give. */
import type { DistrictOverview } from '../../engine/sync-contract.ts';

export const COLUMNS = ['district', 'sent', 'cases', 'errors', 'warnings', 'curators', 'over-norm'] as const;
export type Column = (typeof COLUMNS)[number];

const VALUE: Readonly<Record<Column, (one: DistrictOverview) => string | number>> = {
  district: ({ district }) => district.title,
  sent: ({ lastSending }) => lastSending?.at ?? '',
  cases: ({ openCases }) => openCases,
  errors: ({ errors }) => errors,
  warnings: ({ warnings }) => warnings,
  curators: ({ curators }) => curators,
  'over-norm': ({ curatorsOverNorm }) => curatorsOverNorm.length,
};

export function inOrder(
  districts: readonly DistrictOverview[],
  by: Column,
  isDescending: boolean,
): readonly DistrictOverview[] {
  const value = VALUE[by];
  const sign = isDescending ? -1 : 1;
  return districts.toSorted((one, other) => sign * compare(value(one), value(other)));
}

function compare(one: string | number, other: string | number): number {
  return typeof one === 'number' && typeof other === 'number'
    ? one - other
    : String(one).localeCompare(String(other), 'ru');
}
