/** The schema of a row's values, derived from the privacy classes [PR2]: there is no second list to forget. */
import { z } from 'zod';
import { fieldSpec } from '../domain/fields.ts';
import { SENT_KINDS, travelForm, travellingFields, type SentKind } from '../privacy/travel.ts';
import { wireSchema, type WireValue, type WireValues } from './wire-values.ts';

function valuesSchema(kind: SentKind): z.ZodType<WireValues> {
  const shape: Record<string, z.ZodType<WireValue | undefined>> = {};
  for (const field of travellingFields(kind)) {
    const spec = fieldSpec(kind, field);
    const form = travelForm(kind, field);
    if (spec && form) shape[field] = wireSchema(spec, form).optional();
  }
  return z.strictObject(shape) as unknown as z.ZodType<WireValues>;
}

/** What a row of each kind may hold. Unknown keys, sealed and local fields are refused. */
export const VALUES_SCHEMA: Readonly<Record<SentKind, z.ZodType<WireValues>>> = {
  families: valuesSchema('families'),
  visits: valuesSchema('visits'),
  measures: valuesSchema('measures'),
  specialists: valuesSchema('specialists'),
};

export const kindSchema = z.enum(SENT_KINDS);
