import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../shared/sync/error-codes.ts';
import { valueOf } from './http/api-error.ts';
import type { RegionActor } from './services/administer.ts';
import { changePerson, createPerson } from './services/people.ts';
import type { Ports } from './services/ports.ts';
import { endToken, issueToken } from './services/tokens.ts';
import { overtaken, testPorts } from './test-ports.ts';
import { makeRegion, wholeRegion } from './test-region.ts';

/** Two administrators of a region, each with a key of his own. */
async function twoAdministrators() {
  const { regionId } = await makeRegion([]);
  const scope = wholeRegion(regionId);
  const ports = await testPorts(env.DB);
  const made = async (name: string) => {
    const by = { scope, actor: { tokenId: 'first' } };
    const { id: person } = valueOf(await createPerson(ports, by, { role: 'admin', name }));
    const { id: token } = valueOf(await issueToken(ports, by, { person, validDays: 30 }));
    return { person, token, by: { scope, actor: { tokenId: token } } satisfies RegionActor };
  };
  return { ports, one: await made('Вязова'), two: await made('Дубова') };
}

type Side = Awaited<ReturnType<typeof twoAdministrators>>['one'];

const ENDS: readonly (readonly [string, (ports: Ports, by: Side, of: Side) => Promise<Outcome<unknown>>])[] = [
  ['keys', (ports, { by }, { token }) => endToken(ports, by, token)],
  ['places', (ports, { by }, { person }) => changePerson(ports, by, person, { isArchived: true })],
];

describe('two administrators who end each other’s access at once', () => {
  it.each(ENDS)('(%s): the second is told that he is one no more, and the region keeps one', async (_, end) => {
    const { ports, one, two } = await twoAdministrators();
    const db = overtaken(env.DB, async () => valueOf(await end(ports, two, one)));
    expect(await end({ ...ports, db }, one, two)).toEqual({
      ok: false,
      error: { code: 'token-revoked', requestId: null },
    });
    expect(await issueToken(ports, two.by, { person: two.person, validDays: 1 })).toMatchObject({ ok: true });
    expect(await issueToken(ports, one.by, { person: two.person, validDays: 1 })).toMatchObject({ ok: false });
  });
});
