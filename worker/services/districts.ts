/** Districts: made, renamed, put away and brought back. Nothing of a district is ever removed. */
import * as z from 'zod';
import { failed, type Outcome } from '../../shared/sync/error-codes.ts';
import { districtIdSchema } from '../../shared/sync/protocol.ts';
import {
  addDistrictStatement,
  changeDistrictStatement,
  isDistrictIdTaken,
  listDistricts,
  type District,
} from '../store/district-store.ts';
import { administer, type RegionActor } from './administer.ts';
import type { Ports } from './ports.ts';

const title = z.string().trim().min(1).max(100);
export const newDistrictSchema = z.strictObject({ id: districtIdSchema, title });
export const districtChangeSchema = z.strictObject({ title: title.optional(), isArchived: z.boolean().optional() });

/** Adds a district to the region; `already-exists` where the id is taken, also by another region. */
export async function createDistrict(
  ports: Ports,
  { scope, actor }: RegionActor,
  district: z.output<typeof newDistrictSchema>,
): Promise<Outcome<z.output<typeof newDistrictSchema>>> {
  return await administer(ports, { scope, actor }, async () => {
    if (await isDistrictIdTaken(ports.db, district.id)) return failed('already-exists');
    const statements = [addDistrictStatement(ports.db, scope, district)];
    const after = { title: district.title };
    const value = { value: district, subject: district.id, before: null, after, statements };
    return { ok: true, value: { ...value, action: 'district-created' } };
  });
}

/** Renames a district, puts it away or brings it back. */
export async function changeDistrict(
  ports: Ports,
  { scope, actor }: RegionActor,
  id: string,
  change: z.output<typeof districtChangeSchema>,
): Promise<Outcome<District>> {
  return await administer(ports, { scope, actor }, async () => {
    const was = (await listDistricts(ports.db, scope)).find((one) => one.id === id);
    if (was === undefined) return failed('not-found');
    const isArchived = change.isArchived ?? was.archivedAt !== null;
    const archivedAt = isArchived ? (was.archivedAt ?? ports.now()) : null;
    const value = { id, title: change.title ?? was.title, archivedAt };
    const statements = [changeDistrictStatement(ports.db, scope, value)];
    return {
      ok: true,
      value: { value, action: 'district-changed', subject: id, before: was, after: value, statements },
    };
  });
}
