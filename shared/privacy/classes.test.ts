import { describe, expect, it } from 'vitest';
import { FIELDS, type RecordKind } from '../domain/fields.ts';
import { FIELD_CLASSES, fieldClass, isSpecialCode } from './classes.ts';
import { isSentKind, SENT_KINDS, travelForm, travellingFields } from './travel.ts';

const kinds = Object.keys(FIELDS) as RecordKind[];

describe('privacy classes', () => {
  it('[P2] [PR1] exist for every field of every table, and for no other', () => {
    const fields = kinds.flatMap((kind) => Object.keys(FIELDS[kind]).map((field) => `${kind}.${field}`));
    expect(fields.length).toBeGreaterThan(70);
    const classed = kinds.flatMap((kind) => Object.keys(FIELD_CLASSES[kind]).map((field) => `${kind}.${field}`));
    expect(classed.toSorted()).toEqual(fields.toSorted());
  });

  it('[P2] no person, people or multi-line text is open', () => {
    for (const kind of kinds) {
      for (const [field, spec] of Object.entries(FIELDS[kind])) {
        const isPersonal = spec.type === 'person' || spec.type === 'people';
        const isFreeText = spec.type === 'text' && 'isMultiline' in spec;
        expect(`${kind}.${field} ${fieldClass(kind, field) === 'open' && (isPersonal || isFreeText)}`).toBe(
          `${kind}.${field} false`,
        );
      }
    }
  });

  it.each([
    'applicant',
    'snils',
    'household',
    'children',
    'address',
    'phone',
    'curator',
    'applicantBirthDate',
    'caseNo',
  ])('[P1] «%s» of a family is sealed', (field) => {
    expect(fieldClass('families', field)).toBe('sealed');
    expect(travelForm('families', field)?.as).not.toBe('value');
  });

  it('[PR1] a name that is no field has no class and does not travel', () => {
    for (const name of ['constructor', '__proto__', 'nickname']) {
      expect(fieldClass('families', name)).toBeUndefined();
      expect(travelForm('families', name)).toBeNull();
    }
  });

  it('members do not travel at all', () => {
    expect(isSentKind('members')).toBe(false);
    for (const field of Object.keys(FIELDS.members)) expect(travelForm('members', field)).toBeNull();
  });

  it('[PR5] every sent kind can be joined: it has a pseudonym', () => {
    for (const kind of SENT_KINDS) {
      expect(travellingFields(kind).some((field) => travelForm(kind, field)?.as === 'key')).toBe(true);
    }
  });

  it('[PR4] codes of health, addiction and conviction are special', () => {
    for (const code of ['CAT02', 'CAT03', 'CAT10', 'CAT11', 'CAT12'])
      expect(isSpecialCode('categories', code)).toBe(true);
    expect(isSpecialCode('categories', 'CAT04')).toBe(false);
    expect(isSpecialCode('results', 'R09')).toBe(true);
  });
});
