import { describe, expect, it } from 'vitest';
import { ownPackText, packOfOwn, startOwnPack, type OwnPack } from '../../shared/packs/own-pack.ts';
import type { ServedNorms } from '../../shared/sync/norms-wire.ts';
import { normsStanding } from './norms-standing.ts';

const BASE = startOwnPack('training', 'Нормы региона');
const SOURCE = { text: { ru: 'Приказ', en: 'Order' }, status: 'invented' } as const;
const AGES = [{ years: 20, kind: 'required', validFrom: null, validTo: null, source: SOURCE } as const];
const CHANGED: OwnPack = { ...BASE, differences: { ...BASE.differences, applicantMinAge: AGES } };

function served(own: OwnPack): ServedNorms {
  const { title } = own;
  const content = ownPackText(own);
  return { packId: `${own.base}-own`, title, revision: 2, validFrom: '2026-01-01', publishedAt: 0, content };
}

function inUse(own: OwnPack) {
  const outcome = packOfOwn(own);
  if (!outcome.ok) throw new Error(outcome.why);
  return { packId: outcome.pack.id, ownPack: { own: outcome.own, pack: outcome.pack } };
}

describe('norms of workbook and region', () => {
  it.each([
    ['are the same whatever their revision', served(BASE), inUse({ ...BASE, revision: 7 }), 'taken'],
    ['were changed by the region', served(CHANGED), inUse(BASE), 'updated'],
    ['are of the workbook alone', served(CHANGED), inUse({ ...BASE, title: 'Наши' }), 'differs'],
    [
      'are offered to a workbook that goes by a pack of the product',
      served(BASE),
      { packId: 'training', ownPack: null },
      'offered',
    ],
    [
      'are offered to one that has its own and goes by another',
      served(BASE),
      { ...inUse(BASE), packId: 'training' },
      'offered',
    ],
  ] as const)('%s', async (_, one, use, state) => {
    expect(await normsStanding([one], use)).toMatchObject({ published: [{ state }], unknownWithBase: null });
  });

  it('are unknown to a region that has published none', async () => {
    expect(await normsStanding([], inUse(CHANGED))).toEqual({ published: [], unknownWithBase: 'training' });
    expect(await normsStanding([], { packId: 'training', ownPack: null })).toMatchObject({ unknownWithBase: null });
  });

  it('that cannot be read are not offered', async () => {
    const broken = { ...served(BASE), content: '{"kurator":"pack","form":9}' };
    expect((await normsStanding([broken], inUse(BASE))).published).toEqual([]);
  });
});
