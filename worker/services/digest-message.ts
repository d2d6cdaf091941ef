/** The digest of a whole region in one message: what falls due in each district and with each of its curators. */
import { digestSchema, type Digest, type DigestMessage } from '../../shared/sync/webhook-wire.ts';
import { digestText } from '../../shared/text/digest-texts.ts';
import type { SqlDatabase } from '../store/database.ts';
import { readRegionDigests } from '../store/webhook-store.ts';
import type { RegionScope } from '../store/scope.ts';

type Due = Digest['due'];

/** The message as of the last look-ahead. Districts without one are named with nothing. */
export async function digestMessage(
  db: SqlDatabase,
  scope: RegionScope,
  region: DigestMessage['region'],
): Promise<DigestMessage> {
  const rows = await readRegionDigests(db, scope);
  const found = rows.map(({ district_id: id, title, digest }) => ({
    id,
    title,
    digest: digest === null ? null : digestSchema.parse(JSON.parse(digest)),
  }));
  const digests = found.flatMap(({ digest }) => (digest === null ? [] : [digest]));
  const districts = [...Map.groupBy(found, ({ id }) => id).values()].flatMap((own) => {
    const [first] = own;
    const all = own.flatMap(({ digest }) => (digest === null ? [] : [digest]));
    return first
      ? [{ id: first.id, title: first.title, due: addDue(all.map(({ due }) => due)), curators: curatorsOf(all) }]
      : [];
  });
  const message = {
    type: 'kurator.digest',
    version: 1,
    region,
    from: digests.map(({ from }) => from).toSorted()[0] ?? null,
    to:
      digests
        .map(({ to }) => to)
        .toSorted()
        .at(-1) ?? null,
    districts,
  } as const;
  return { ...message, text: digestText(message) };
}

/** Sums of several registers, kind by kind. */
function addDue(parts: readonly Due[]): Due {
  return [...Map.groupBy(parts.flat(), ({ kind }) => kind)].map(([kind, all]) => ({
    kind,
    count: all.reduce((sum, { count }) => sum + count, 0),
    first: all.map(({ first }) => first).toSorted()[0] ?? '',
  }));
}

function curatorsOf(digests: readonly Digest[]): Digest['curators'] {
  const all = digests.flatMap(({ curators }) => curators);
  return [...Map.groupBy(all, ({ curator }) => curator)].map(([curator, own]) => ({
    curator,
    due: addDue(own.map(({ due }) => due)),
    full: own.reduce((sum, { full }) => sum + full, 0),
  }));
}
