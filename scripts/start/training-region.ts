/**
 * The training region: one region, three districts, one access key for each role. The database keeps only hashes of the
 * keys; the keys themselves stay in a file of the data folder, so that a second start can print them again.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { sha256Hex } from '../../shared/sync/audit-chain.ts';
import { isTokenShaped, tokenOf } from '../../shared/sync/token-format.ts';
import { base64Url } from '../../shared/privacy/fingerprint.ts';
import type { SqlDatabase } from '../../worker/store/database.ts';
import { addDistrict, addRegion } from '../../worker/store/region-store.ts';
import { regionScope } from '../../worker/store/scope.ts';
import { addToken, findToken } from '../../worker/store/token-store.ts';
import { StartProblem } from './start-problem.ts';

export const REGION = { id: 'training', title: 'Учебный регион' } as const;
export const DISTRICTS = [
  { id: 'lesnoy', title: 'Лесной район' },
  { id: 'rechnoy', title: 'Речной район' },
  { id: 'severny', title: 'Северный район' },
] as const;

const token = z.string().refine(isTokenShaped);
const keysSchema = z.object({
  auditKey: z.string().regex(/^[0-9a-f]{64}$/),
  operator: token,
  manager: token,
  admin: token,
});
export type TrainingKeys = z.infer<typeof keysSchema>;

/** The keys of this data folder; made at the first start. A damaged file is said, never replaced. */
export function trainingKeys(file: string): TrainingKeys {
  if (existsSync(file)) {
    try {
      return keysSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch (cause) {
      throw new StartProblem(
        `Файл ключей ${file} повреждён. Верните его из копии или удалите: тогда будут созданы новые ключи, а данные останутся.`,
        { cause },
      );
    }
  }
  const keys: TrainingKeys = {
    auditKey: randomBytes(32).toString('hex'),
    operator: tokenOf(randomBytes(32)),
    manager: tokenOf(randomBytes(32)),
    admin: tokenOf(randomBytes(32)),
  };
  writeFileSync(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  return keys;
}

/** Puts region, districts and keys into the database where they are missing. */
export async function seedTrainingRegion(db: SqlDatabase, keys: TrainingKeys): Promise<void> {
  const scope = regionScope({ regionId: REGION.id, districts: null });
  if (scope === null) throw new Error('a reach without a list of districts is the whole region');
  await addRegion(db, scope, REGION.title);
  for (const district of DISTRICTS) await addDistrict(db, scope, district);
  const people = [
    { role: 'operator', name: 'Учебный оператор', districts: DISTRICTS.map(({ id }) => id) },
    { role: 'manager', name: 'Учебный руководитель', districts: null },
    { role: 'admin', name: 'Учебный администратор', districts: null },
  ] as const;
  for (const person of people) {
    const hash = await sha256Hex(keys[person.role]);
    if ((await findToken(db, hash)) !== null) continue;
    const id = base64Url(randomBytes(16));
    await addToken(db, scope, { ...person, id, hash, createdAt: Date.now(), expiresAt: null });
  }
}
