import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import * as duplicates from './duplicate-wire.ts';
import * as webhook from './webhook-wire.ts';

const schemas: readonly (readonly [string, z.ZodType])[] = [
  ['districtMatches', duplicates.districtMatchesSchema],
  ['matchAnswer', duplicates.matchAnswerSchema],
  ['regionMatches', duplicates.regionMatchesSchema],
  ['regionDecision', duplicates.regionDecisionSchema],
  ['regionCheck', duplicates.regionCheckSchema],
  ['newWebhook', webhook.newWebhookSchema],
  ['digestMessage', webhook.digestMessageSchema],
];

describe('the examples of the description', () => {
  it.each(schemas)('%s fit their schema', (_name, schema) => {
    const examples = schema.meta()?.examples;
    expect(Array.isArray(examples) && examples.length).toBe(1);
    for (const example of Array.isArray(examples) ? examples : [])
      expect(schema.safeParse(example).error).toBeUndefined();
  });
});
