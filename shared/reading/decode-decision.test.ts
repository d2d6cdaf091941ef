import { expect, it } from 'vitest';
import { codeBook } from '../packs/code-book.ts';
import { PACKS } from '../packs/packs.ts';
import { decodeDecision } from './decode-decision.ts';
import { findingsIn } from './testing-findings.ts';
import { family, HEAD, sheet } from './testing-sheet.ts';

const books = PACKS.map(codeBook);

it.each<[string, string | null]>([
  ['Отказ в предоставлении сопровождения', 'REFUSED'],
  ['отказано в социальном сопровождении', 'REFUSED'],
  ['решено отказать', 'REFUSED'],
  ['отказано (протокол № 5)', 'REFUSED'],
  ['отказано, протокол № 3 от 05.07.2026', 'REFUSED'],
  ['отказано в признании нуждающимися в сопровождении', 'REFUSED'],
  ['не признаны нуждающимися в социальном сопровождении', 'REFUSED'],
  ['одобрить ИПСС', 'APPROVED'],
  ['одобрено, протокол № 3 от 05.07.2026', 'APPROVED'],
  ['одобрено (отказано в прежней программе)', null],
  ['отложено', null],
])('reads the decision «%s» as %s, and keeps its text', (text, code) => {
  for (const book of books) expect(decodeDecision(text, book)).toEqual({ code, text });
});

it('judges a family that was refused in many words as refused', () => {
  const refused = sheet([[...HEAD, 'Решение'], [...family(1), 'отказано в социальном сопровождении'], family(2)]);
  expect(findingsIn(refused)).toContain('closing/refused-but-open H2');
});
