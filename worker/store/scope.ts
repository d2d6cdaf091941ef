/**
 * Scopes: what a request may see. No store function works without one, and only `access.ts` and the start-up seed make
 * them, so that a district cannot be read by forgetting a condition [T5].
 */
declare const scopeMark: unique symbol;

/** One district. Every statement on a district's tables binds its id. */
export interface DistrictScope {
  readonly districtId: string;
  readonly [scopeMark]: 'district';
}

/** The whole region. */
export interface RegionScope {
  readonly regionId: string;
  readonly [scopeMark]: 'region';
}

/** What everybody of a region may read: its published norms. */
export interface MemberScope {
  readonly memberOf: string;
  readonly [scopeMark]: 'member';
}

/** One register of one district. */
export interface RegisterScope extends DistrictScope {
  readonly registerId: string;
}

/** What a signed-in person may reach. */
export interface Reach {
  readonly regionId: string;
  /** Null: all districts of the region. */
  readonly districts: readonly string[] | null;
}

/** The scope of a district, or null when it is out of reach. Whether it exists is not said. */
export function districtScope(reach: Reach, districtsOfRegion: readonly string[], id: string): DistrictScope | null {
  const isMine = reach.districts === null || reach.districts.includes(id);
  return isMine && districtsOfRegion.includes(id) ? ({ districtId: id } as DistrictScope) : null;
}

/** The scope of a register: whoever reaches a district reaches all of its registers. */
export function registerScope(scope: DistrictScope, registerId: string): RegisterScope {
  return { ...scope, registerId };
}

/** The scope of the region; only for those whose reach is the whole region. */
export function regionScope(reach: Reach): RegionScope | null {
  return reach.districts === null ? ({ regionId: reach.regionId } as RegionScope) : null;
}

/** The scope of what everybody of a region may read: its norms and days. */
export function memberScope({ regionId }: Reach): MemberScope {
  return { memberOf: regionId } as MemberScope;
}
