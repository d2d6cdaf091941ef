import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDistrictId, proposedDistrictId } from './district-id.ts';

describe('the short name that is proposed for a district', () => {
  it.each([
    ['Озёрный район', [], 'ozernyy'],
    ['Муниципальный округ Щучье', [], 'schuche'],
    ['Городской округ Светлогорск-Северный', [], 'svetlogorsk-severnyy'],
    ['Озёрный район', ['ozernyy'], 'ozernyy-2'],
    ['Озёрный район', ['ozernyy', 'ozernyy-2'], 'ozernyy-3'],
    ['Район', [], 'rayon'],
    ['Район № 5', [], '5'],
    ['  ', [], ''],
  ])('%s, besides %j: «%s»', (title, taken, wanted) => {
    expect(proposedDistrictId(title, taken)).toBe(wanted);
  });

  it('is always one that the server takes, and nobody has it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), fc.nat({ max: 4 }), (title, many) => {
        const taken: string[] = [];
        for (let count = 0; count <= many; count += 1) {
          const proposed = proposedDistrictId(title, taken);
          expect(taken).not.toContain(proposed);
          if (proposed === '') return;
          expect(isDistrictId(proposed)).toBe(true);
          taken.push(proposed);
        }
      }),
    );
  });
});
