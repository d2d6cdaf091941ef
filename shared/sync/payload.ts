/** The schema of a row's values, derived from the privacy classes [PR2]: there is no second list to forget. */
import * as z from 'zod';
import { fieldSpec } from '../domain/fields.ts';
import {
  SENT_KINDS,
  sealedFields,
  sealedName,
  travelForm,
  travellingFields,
  type SentKind,
} from '../privacy/travel.ts';
import { FAMILY_FACT_SCHEMAS, sealedSchema, wireSchema, type WireValue, type WireValues } from './wire-values.ts';

function valuesSchema(kind: SentKind): z.ZodType<WireValues> {
  const shape: Record<string, z.ZodType<WireValue | undefined>> = {};
  for (const field of travellingFields(kind)) {
    const spec = fieldSpec(kind, field);
    const form = travelForm(kind, field);
    if (spec && form) shape[field] = wireSchema(spec, form).optional();
  }
  for (const field of sealedFields(kind)) shape[sealedName(field)] = sealedSchema.optional();
  if (kind === 'families') {
    for (const [fact, schema] of Object.entries(FAMILY_FACT_SCHEMAS)) shape[fact] = schema.optional();
  }
  // Parsed values list their fields as the schema does: in the order of canonical JSON, whose text is then made at once.
  const inOrder = Object.fromEntries(Object.entries(shape).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return byFieldsThere(inOrder) as unknown as z.ZodType<WireValues>;
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at]);
}

/** Sets of fields that have a schema of their own. A register has one or two. */
const MAX_NARROW = 100;

/**
 * A strict object of optional fields that looks at those only which a row holds: a dozen of fifty, the same in all rows
 * of a register. It takes and refuses what one does that looks for every field in every row.
 */
function byFieldsThere(shape: Readonly<Record<string, z.ZodType>>): z.ZodType {
  const whole = z.strictObject(shape);
  const narrow: { readonly names: readonly string[]; readonly schema: z.ZodType }[] = [];
  const schemaOf = (value: unknown): z.ZodType => {
    if (typeof value !== 'object' || value === null) return whole;
    const names = Object.keys(value);
    const known = narrow.find((one) => isSameList(one.names, names));
    if (known) return known.schema;
    if (narrow.length >= MAX_NARROW || !names.every((name) => Object.hasOwn(shape, name))) return whole;
    const schema = z.strictObject(Object.fromEntries(Object.entries(shape).filter(([name]) => names.includes(name))));
    narrow.push({ names, schema });
    return schema;
  };
  const schema = z.strictObject(shape);
  schema._zod.run = (payload, context) => schemaOf(payload.value)._zod.run(payload, context);
  return schema;
}

/**
 * What a row of each kind may hold. Unknown keys and local fields are refused, and sealed ones in any but their
 * encrypted form. Whether the encrypted form is taken is the server's setting [PR9].
 */
export const VALUES_SCHEMA: Readonly<Record<SentKind, z.ZodType<WireValues>>> = {
  families: valuesSchema('families'),
  visits: valuesSchema('visits'),
  measures: valuesSchema('measures'),
  specialists: valuesSchema('specialists'),
};

export const kindSchema = z.enum(SENT_KINDS);
