/** What people do with workbooks of one register, in any order, over a network that loses and repeats. */
import * as fc from 'fast-check';
import type { Fault } from './simulated-server.ts';
import { FIELDS, type Field } from './simulated-workbook.ts';

export type Step = { readonly who: number } & (
  | { readonly act: 'edit'; readonly row: number; readonly field: Field; readonly value: string }
  | { readonly act: 'add'; readonly value: string }
  /** A family that others may write down too. */
  | { readonly act: 'write-down'; readonly family: string; readonly value: string }
  | { readonly act: 'remove'; readonly row: number }
  | { readonly act: 'sort' | 'take-over' | 'adopt' }
  | { readonly act: 'settle'; readonly take: 'mine' | 'theirs' }
  | { readonly act: 'send'; readonly faults: readonly Fault[]; readonly pageSize: number }
);

const fault = fc.constantFrom<Fault>(
  'none',
  'none',
  'request-lost',
  'answer-lost',
  'sent-twice',
  'overtaken',
  'overtaken',
);
const value = fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8', '9');

/** Scripts for so many workbooks. */
export function steps(workbooks: number): fc.Arbitrary<readonly Step[]> {
  const who = fc.nat(workbooks - 1);
  const row = fc.nat(5);
  const step = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ who, act: fc.constant('edit' as const), row, field: fc.constantFrom(...FIELDS), value }),
    },
    { weight: 2, arbitrary: fc.record({ who, act: fc.constant('add' as const), value }) },
    {
      weight: 2,
      arbitrary: fc.record({ who, act: fc.constant('write-down' as const), family: fc.constantFrom('a', 'b'), value }),
    },
    { weight: 1, arbitrary: fc.record({ who, act: fc.constant('remove' as const), row }) },
    {
      weight: 3,
      arbitrary: fc.record({ who, act: fc.constantFrom('sort' as const, 'take-over' as const, 'adopt' as const) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        who,
        act: fc.constant('settle' as const),
        take: fc.constantFrom('mine' as const, 'theirs' as const),
      }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        who,
        act: fc.constant('send' as const),
        faults: fc.array(fault, { maxLength: 3 }),
        pageSize: fc.integer({ min: 1, max: 5 }),
      }),
    },
  );
  return fc.array(step, { minLength: 5, maxLength: 30 });
}
