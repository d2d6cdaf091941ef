import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { FIELDS } from '../domain/fields.ts';
import type { RegisterRow } from '../domain/register.ts';
import { checkRegister } from '../rules/check-register.ts';
import { testRun } from '../rules/test-register.ts';
import { fieldClass } from '../privacy/classes.ts';
import { SENT_KINDS, travelForm } from '../privacy/travel.ts';
import { encodeRow, type PseudonymOf } from './encode-row.ts';
import { VALUES_SCHEMA } from './payload.ts';
import { rebuildRegister } from './rebuild-register.ts';
import { canonicalJson } from './wire-values.ts';

const known = new Map<string, number>();

/** A pseudonym per text, as the workbook's key would give. */
const pseudonymOf: PseudonymOf = (purpose, text) => {
  const place = known.get(text) ?? known.size;
  known.set(text, place);
  return `k${purpose === 'case' ? 'c' : 'p'}1_${String(place).padStart(22, '0')}`;
};

const RUN = testRun({
  families: [
    {
      caseNo: '1/2026',
      applicant: 'Берёзова Анна Петровна',
      address: 'ул. Лесная, д. 1',
      snils: '112-233-445 95',
      note: 'соседи жаловались',
      childrenCount: 3,
      categories: ['CAT04', 'CAT08'],
      curator: 'Соснова Ирина',
      level: 'BASE',
      contractNo: '15/2026',
      contractDate: '2026-02-10',
      transfers: [['2026-03-01', 'CRISIS']],
      visitsByMonth: { '2026-03': 1, '2026-04': 2 },
      closeDecision: 'протокол 5',
      closedOn: null,
    },
    {
      caseNo: '2/2026',
      applicant: null,
      address: null,
      snils: null,
      note: null,
      childrenCount: null,
      categories: ['CAT02'],
      curator: null,
      level: null,
      contractNo: 'Берёзовой Анне',
      contractDate: null,
      closeDecision: null,
      closedOn: '2026-05-05',
    },
  ],
  members: [{ caseNo: '1/2026', name: 'Берёзова Мария', birthDate: '2015-01-01' }],
});

function first<T>(list: readonly T[]): T {
  const [one] = list;
  if (one === undefined) throw new Error('the list has a first item');
  return one;
}

const encoded = RUN.register.families.map((row) => encodeRow(row, pseudonymOf));

describe('a row on its way', () => {
  it('[PR3] [PR4] [PR6] [PR7] carries what may leave, in its form', () => {
    expect(encoded[0]?.values).toMatchObject({
      childrenCount: 3,
      categories: ['CAT04', 'CAT08'],
      level: 'BASE',
      contractNo: '15/2026',
      contractDate: '2026-02-10',
      transfers: [{ day: '2026-03-01', level: 'CRISIS' }],
      visitsByMonth: { '2026-03': 1, '2026-04': 2 },
      closeDecision: true,
      closedOn: null,
    });
    expect(encoded[1]?.values).toMatchObject({ categories: ['*'], contractNo: '*', level: null, closeDecision: null });
    expect(encoded[1]?.withheld).toEqual([{ field: 'contractNo', looksLike: expect.any(String) }]);
  });

  it('[PR2] [PR8] [P1] carries nothing else, and fits the schema of the server', () => {
    const text = JSON.stringify(encoded);
    for (const secret of [
      'Берёз',
      'Соснова',
      'Лесная',
      '112-233',
      'соседи',
      '1/2026"',
      'протокол',
      'Реестр',
      'CAT02',
    ]) {
      expect(text).not.toContain(secret);
    }
    for (const row of encoded) expect(VALUES_SCHEMA.families.safeParse(row?.values).success).toBe(true);
    expect(RUN.register.members.map((row) => encodeRow(row, pseudonymOf))).toEqual([null]);
  });

  it('[P2] [PR2] the schema holds exactly the fields that the classes let out', () => {
    let looked = 0;
    for (const kind of SENT_KINDS) {
      for (const field of Object.keys(FIELDS[kind])) {
        looked += 1;
        const isAccepted = VALUES_SCHEMA[kind].safeParse({ [field]: null }).success || field === 'visitsByMonth';
        expect(`${kind}.${field} ${isAccepted}`).toBe(`${kind}.${field} ${travelForm(kind, field) !== null}`);
        const letsText = VALUES_SCHEMA[kind].safeParse({ [field]: 'любой текст' }).success;
        expect(letsText && fieldClass(kind, field) !== 'open').toBe(false);
      }
    }
    expect(looked).toBeGreaterThan(60);
  });

  it('[PR2] a row is judged by the fields that it holds as it would be by all', () => {
    const shape = VALUES_SCHEMA.families instanceof z.ZodObject ? VALUES_SCHEMA.families.shape : {};
    const all = z.strictObject(shape as Record<string, z.ZodType>);
    const names = [...Object.keys(shape), 'phone', '__proto__', 'constructor', 'caseNo,level', ''];
    const value = fc.constantFrom<unknown>(
      'BASE',
      '2026-02-10',
      '15/2026',
      3,
      true,
      null,
      '?',
      ['CAT04'],
      {},
      'x'.repeat(999),
    );
    const rows = fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 6 });
    // A name made of two others must not stand for a row of these.
    expect(VALUES_SCHEMA.families.safeParse({ 'caseNo,level': null }).success).toBe(false);
    expect(VALUES_SCHEMA.families.safeParse({ caseNo: null, level: null }).success).toBe(true);
    let taken = 0;
    fc.assert(
      fc.property(rows, (fields) => {
        const row: unknown = JSON.parse(
          `{${fields.map(([name, held]) => `${JSON.stringify(name)}:${JSON.stringify(held)}`).join(',')}}`,
        );
        const [found, expected] = [VALUES_SCHEMA.families.safeParse(row), all.safeParse(row)];
        if (found.success) taken += 1;
        expect([found.success, found.data, found.error?.issues]).toEqual([
          expected.success,
          expected.data,
          expected.error?.issues,
        ]);
        expect(JSON.stringify(found.data)).toBe(JSON.stringify(expected.data));
      }),
      { numRuns: 3000 },
    );
    expect(taken).toBeGreaterThan(100);
    for (const nothing of [null, undefined, 'text', 5, []]) {
      expect(VALUES_SCHEMA.families.safeParse(nothing).error?.issues).toEqual(all.safeParse(nothing).error?.issues);
    }
  });

  it('[P2] [PR9] sealed fields have a place of their own, for sealed values only; local fields have none', () => {
    const sealed = `s1.AbCd1234.${'n'.repeat(16)}.${'c'.repeat(30)}`;
    let looked = 0;
    for (const kind of SENT_KINDS) {
      for (const field of Object.keys(FIELDS[kind])) {
        looked += 1;
        const takes = (value: unknown): boolean =>
          VALUES_SCHEMA[kind].safeParse({ [`sealed.${field}`]: value }).success;
        expect(`${field} ${takes(sealed)} ${takes(null)}`).toBe(
          `${field} ${fieldClass(kind, field) === 'sealed'} ${fieldClass(kind, field) === 'sealed'}`,
        );
        for (const plain of ['Берёзова Анна', 's1.AbCd1234.short', `${sealed} Берёзова`, 5, [sealed]])
          expect(takes(plain)).toBe(false);
      }
    }
    expect(looked).toBeGreaterThan(60);
  });

  it('[PR11] the level before the first transfer travels and comes back', () => {
    const [family] = RUN.register.families;
    if (family === undefined) throw new Error('the sketch has families');
    const row = encodeRow({ ...family, levelBefore: { code: 'CRISIS', text: 'кризисный' } }, pseudonymOf);
    expect(row?.values).toMatchObject({ levelBefore: 'CRISIS' });
    expect(VALUES_SCHEMA.families.safeParse(row?.values).success).toBe(true);
    const { register } = rebuildRegister([{ id: 'a', kind: 'families', values: row?.values ?? {} }], [], RUN.pack);
    expect(register.families[0]?.levelBefore?.code).toBe('CRISIS');
  });

  it.each([NaN, Infinity, -Infinity])(
    '[PR3] an unreadable number or day (%s) travels as "?" and comes back as NaN',
    (value) => {
      const family = first(RUN.register.families);
      const broken: RegisterRow = {
        ...family,
        values: { ...family.values, childrenCount: value, contractDate: value },
      };
      const row = encodeRow(broken, pseudonymOf);
      expect(row?.values).toMatchObject({ childrenCount: '?', contractDate: '?' });
      const { register } = rebuildRegister([{ id: 'a', kind: 'families', values: row?.values ?? {} }], [], RUN.pack);
      expect(register.families[0]?.values.childrenCount).toBeNaN();
      expect(register.families[0]?.values.contractDate).toBeNaN();
    },
  );
});

describe('the rebuilt register', () => {
  const rows = encoded.flatMap((row, index) => (row ? [{ id: `id${index}`, kind: row.kind, values: row.values }] : []));
  const layout = [
    {
      kind: 'families' as const,
      columns:
        RUN.register.tables[0]?.columns.map(({ field, period }) => ({ field, ...(period ? { period } : {}) })) ?? [],
      given: [],
      rows: ['id1', 'id0'],
    },
  ];
  const rebuilt = rebuildRegister(rows, layout, RUN.pack);

  it('[SU3] has the rows in the order of the sheet, and knows which is which', () => {
    expect(rebuilt.register.families.map((row) => rebuilt.rowIdAt(row.table.sheet, row.row))).toEqual(['id1', 'id0']);
    expect(rebuilt.register.rawCell).toBeUndefined();
  });

  it('has the values that travelled, and no column for those that did not', () => {
    const { values, table } = first(rebuilt.register.families.slice(1));
    const { values: before } = first(RUN.register.families);
    for (const field of ['childrenCount', 'contractNo', 'contractDate', 'visitsByMonth', 'closedOn'] as const) {
      expect(values[field]).toEqual(before[field]);
    }
    expect(values.level?.code).toBe('BASE');
    expect(values.categories?.map(({ code }) => code)).toEqual(['CAT04', 'CAT08']);
    expect(values).not.toHaveProperty('address');
    expect(table.columns.map(({ field }) => field)).not.toContain('address');
  });

  it('[PR4] does not judge what was withheld', () => {
    expect(rebuilt.register.families[0]?.values).not.toHaveProperty('categories');
    expect(rebuilt.withheldAt(rebuilt.register.families[0]?.table.sheet ?? '', 1)).toEqual(['categories']);
  });

  it('keeps rows that the layout does not name', () => {
    const { register } = rebuildRegister(rows, [], RUN.pack);
    expect(register.families).toHaveLength(2);
  });

  it('[V1] gives the findings of the pane for rules that need nothing that stays', () => {
    const sketch = {
      families: Array.from({ length: 30 }, (_, index) => ({
        caseNo: `${index % 29}/2026`,
        curator: 'Соснова Ирина',
        level: 'BASE',
        contractDate: '2026-02-10',
        decisionDate: '2026-01-10',
        startDate: '2026-02-11',
        closedOn: index === 3 ? '2026-01-01' : null,
      })),
    };
    const pane = testRun(sketch);
    const sent = pane.register.families.flatMap((row, index) => {
      const one = encodeRow(row, pseudonymOf);
      return one === null ? [] : [{ id: `id${index}`, ...one }];
    });
    const columns = pane.register.tables[0]?.columns.map(({ field }) => ({ field })) ?? [];
    const table = { kind: 'families' as const, columns, given: [], rows: sent.map(({ id }) => id) };
    const server = rebuildRegister(sent, [table], pane.pack);
    const found = (register: typeof pane.register) =>
      checkRegister(register, pane)
        .findings.filter(({ rule }) => !rule.startsWith('table/'))
        .map(({ rule, field, cell, severity }) => `${rule} ${field} ${severity} ${cell.row}`)
        .map((line) => line.replace(/\d+$/, (row) => String(Number(row) - (register === pane.register ? 1 : 0))))
        .toSorted();
    expect(found(pane.register).length).toBeGreaterThan(3);
    expect(found(server.register)).toEqual(found(pane.register));
  });
});

describe('canonical JSON', () => {
  it('does not depend on the order of keys', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'ё' }], a: true })).toBe('{"a":true,"b":[1,{"c":"ё","d":null}]}');
    expect(canonicalJson({ 9: 1, 10: 2, ж: 3, Z: 4, a: undefined })).toBe('{"10":2,"9":1,"Z":4,"ж":3}');
  });

  it('says all of a value and nothing else, whatever its keys', () => {
    const turned = (value: unknown): unknown => {
      if (typeof value !== 'object' || value === null) return value;
      if (Array.isArray(value)) return value.map(turned);
      const entries = Object.entries(value).map(
        ([key, item]) => `${JSON.stringify(key)}:${JSON.stringify(turned(item))}`,
      );
      return JSON.parse(`{${entries.toReversed().join(',')}}`);
    };
    fc.assert(
      fc.property(fc.json(), (text) => {
        const value: unknown = JSON.parse(text);
        const written = canonicalJson(value);
        expect(written).toBe(canonicalJson(turned(value)));
        expect(JSON.stringify(JSON.parse(written)).length).toBe(JSON.stringify(value).length);
        expect(JSON.parse(written)).toEqual(value);
      }),
      { examples: [['{"__proto__":{"a":1},"constructor":[],"":null,"1":0,"0":-1}']] },
    );
  });

  it('writes a value the same beside a key that objects list out of place', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const value: unknown = JSON.parse(text);
        const alone = canonicalJson({ b: value });
        expect(canonicalJson({ b: value, 0: true })).toBe(`{"0":true,${alone.slice(1)}`);
      }),
    );
  });
});
