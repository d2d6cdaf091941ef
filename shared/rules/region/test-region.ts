/** Builds a region from a sketch (region-rule.ts): for tests and for the rule book. */
import { dayOfIso, UNREADABLE, type Day } from '../../domain/day.ts';
import { extendPack } from '../../packs/extend-pack.ts';
import { packSchema } from '../../packs/pack.ts';
import { packById } from '../../packs/packs.ts';
import type { RegionRun, RegionSketch } from './region-rule.ts';

const dayFrom = (text: string | null | undefined): Day | null => (text ? (dayOfIso(text) ?? UNREADABLE) : null);

export function regionRun({
  cases,
  staff = [],
  decisions = [],
  asOf = '2026-10-31',
  pack = {},
}: RegionSketch): RegionRun {
  const training = packById('training');
  const day = dayOfIso(asOf);
  if (!training || day === null) throw new Error('A sketch needs the training pack and an ISO date.');
  return {
    pack: packSchema.parse(extendPack(training, pack)),
    asOf: day,
    staff,
    decisions,
    cases: cases.map((sketch, index) => ({
      district: sketch.district,
      id: `case ${index}`,
      fingerprints: sketch.fingerprints ?? [],
      isRefused: sketch.isRefused ?? false,
      start: dayFrom(sketch.start),
      closedOn: dayFrom(sketch.closedOn),
      closeReason: sketch.closeReason ?? null,
      level: sketch.level ?? null,
      curator: sketch.curator ?? null,
    })),
  };
}
