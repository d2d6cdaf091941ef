import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStateXml, stateXml } from './state-part.ts';

const textOf = (xml: string): string | null => {
  const reading = readStateXml(xml);
  return reading.kind === 'whole' ? reading.text : null;
};

describe('the state part', () => {
  it('gives back every text, also what XML cannot carry', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (state) => {
        expect(textOf(stateXml(state, 1))).toBe(state);
      }),
    );
    for (const state of ['', '\u0000', '\uD800', 'a\rb', '\uFFFF', ']]>', '&amp;', '\u241b0;', '{"имя":"Ё"}']) {
      expect(textOf(stateXml(state, 1))).toBe(state);
    }
  });

  it('is damaged when anything of it is missing', () => {
    const xml = stateXml('{"notes":["объяснение"]}', 7);
    for (let length = 0; length < xml.length; length += 1) expect(textOf(xml.slice(0, length))).toBeNull();
    expect(textOf(xml.replace('notes', 'note'))).toBeNull();
    expect(textOf('<other/>')).toBeNull();
    expect(readStateXml(xml)).toEqual({ kind: 'whole', text: '{"notes":["объяснение"]}', saved: 7 });
  });

  it('is told to be damaged at once where it begins over and over', () => {
    expect(readStateXml('<kurator '.repeat(400_000))).toEqual({ kind: 'damaged' });
  });
});
