import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStateXml, stateXml } from '../engine/state-part.ts';

describe('the state as XML', () => {
  it('gives back every text, whatever characters it holds', () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes));
    fc.assert(
      fc.property(fc.oneof(units, fc.json(), fc.string({ unit: 'binary' })), fc.nat(), (text, saved) => {
        expect(readStateXml(stateXml(text, saved))).toEqual({ kind: 'whole', text, saved });
      }),
    );
  });

  it('holds nothing that XML forbids or changes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const body = stateXml(text, 1)
          .replace(/^<[^>]*>/, '')
          .replace(/<\/kurator>$/, '');
        expect(body).not.toMatch(/[<\r]/);
        expect(body.isWellFormed()).toBe(true);
      }),
    );
  });

  it('reads what a writer of XML may make of it: other quotes, order, entities, a declaration', () => {
    const [, check] = /check="(\d+)"/.exec(stateXml('{"a":"<"}', 3)) ?? [];
    const other = `<?xml version="1.0"?>\n<kurator check='${check}' length='9' saved='3' version='1' xmlns='urn:kurator:state'>{&quot;a&quot;:&#34;&#x3C;"}</kurator>\n`;
    expect(readStateXml(other)).toEqual({ kind: 'whole', text: '{"a":"<"}', saved: 3 });
  });

  it('tells damage of any place', () => {
    const xml = stateXml('{"base":["Орлова"]}', 7);
    fc.assert(
      fc.property(fc.integer({ min: xml.indexOf('>') + 1, max: xml.indexOf('</') - 1 }), (at) => {
        expect(readStateXml(xml.slice(0, at) + xml.slice(at + 1))).toEqual({ kind: 'damaged' });
        expect(readStateXml(xml.slice(0, at))).toEqual({ kind: 'damaged' });
      }),
    );
  });

  it.each(['', '<kurator/>', 'нет', stateXml('{}', 1).replace('version="1"', 'version="2"')])(
    'takes %j for damaged',
    (xml) => {
      expect(readStateXml(xml)).toEqual({ kind: 'damaged' });
    },
  );
});
