/** The same row checks as a compiled JSON Schema: what a developer would pick who wants speed. */
import { Ajv, type SchemaValidateFunction } from 'ajv';
import type { Day } from '../../shared/domain/day.ts';
import type { FamilyRow } from '../../shared/domain/register.ts';
import { STEPS } from './zod-rows.ts';

type Values = FamilyRow['values'];

/** Dates that may be missing between others are beyond the schema's own words: Ajv takes a function for them. */
const inOrder: SchemaValidateFunction = (_schema: unknown, values: Values): boolean => {
  const broken: object[] = [];
  let before = -Infinity;
  for (const step of STEPS) {
    const day = values[step];
    if (day === null || day === undefined) continue;
    if (day < before) broken.push({ keyword: 'inOrder', instancePath: `/${step}`, message: 'order' });
    before = day;
  }
  inOrder.errors = broken;
  return broken.length === 0;
};

const day = { type: ['number', 'null'] };
const code = { type: ['object', 'null'], properties: { code: { type: 'string' } } };

function rowSchema(asOf: Day): object {
  return {
    type: 'object',
    inOrder: true,
    reasonOnClosing: asOf,
    properties: {
      ...Object.fromEntries(STEPS.map((step) => [step, day])),
      source: code,
      categories: { type: ['array', 'null'], items: code },
      closeReason: code,
    },
  };
}

/** The number of errors over all rows. */
export function ajvErrors(families: readonly FamilyRow[], asOf: Day): number {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strictNumbers: false });
  ajv.addKeyword({ keyword: 'inOrder', type: 'object', validate: inOrder, errors: 'full' });
  ajv.addKeyword({
    keyword: 'reasonOnClosing',
    type: 'object',
    validate: (last: Day, { closedOn, closeReason }: Values) =>
      !(typeof closedOn === 'number' && closedOn <= last && !closeReason),
  });
  const validate = ajv.compile(rowSchema(asOf));
  let errors = 0;
  for (const { values } of families) if (!validate(values)) errors += validate.errors?.length ?? 0;
  return errors;
}
