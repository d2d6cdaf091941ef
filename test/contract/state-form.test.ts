/** A state that one workbook wrote must be read by the other: the file goes by mail between Excel and the browser. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as file from '../../addin/engine/state-part.ts';
import * as excel from '../../addin/excel/state-xml.ts';

it('is the same in Excel and in a file', () => {
  expect(file.STATE_NAMESPACE).toBe(excel.STATE_NAMESPACE);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(), (state, saved) => {
      expect(file.stateXml(state, saved)).toBe(excel.stateXml(state, saved));
      expect(file.readStateXml(excel.stateXml(state, saved))).toEqual({ kind: 'whole', text: state, saved });
    }),
  );
});
