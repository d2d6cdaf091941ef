import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stateOfXml, stateXml } from './state-part.ts';

describe('the state part', () => {
  it('gives back every text, also what XML cannot carry', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (state) => {
        expect(stateOfXml(stateXml(state))).toBe(state);
      }),
    );
    for (const state of ['', '\u0000', '\uD800', 'a\rb', '\uFFFF', ']]>', '&amp;', '{"имя":"Ё"}']) {
      expect(stateOfXml(stateXml(state))).toBe(state);
    }
  });

  it('is damaged when anything of it is missing', () => {
    const xml = stateXml('{"notes":["объяснение"]}');
    for (let length = 0; length < xml.length; length += 1) expect(stateOfXml(xml.slice(0, length))).toBeNull();
    expect(stateOfXml(xml.replace('notes', 'note'))).toBeNull();
    expect(stateOfXml('<other/>')).toBeNull();
  });
});
