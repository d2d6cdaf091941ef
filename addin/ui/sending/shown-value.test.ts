import { expect, it } from 'vitest';
import { packById } from '../../../shared/packs/packs.ts';
import { UNOPENED } from '../../../shared/sync/sealed-values.ts';
import { shownWireValue } from './shown-value.ts';

const pack = packById('training');
const ru = (value: unknown, field: string | null = null): string =>
  shownWireValue(value, field, { pack, language: 'ru' });

it.each([
  [null, 'level', '—'],
  ['2026-08-10', 'contractDate', '10.08.2026'],
  ['BASE', 'level', 'базовый (профилактический) уровень'],
  [7, 'childrenCount', '7'],
  [['2026-08-10', '?'], 'visitDates', '10.08.2026, не разобрано'],
  [
    [
      { day: '2026-08-10', level: 'BASE' },
      { day: '2026-09-01', level: null },
    ],
    'transfers',
    '10.08.2026 базовый (профилактический) уровень, 01.09.2026',
  ],
  [{ '2026-01': 3, '2026-Q2': '?', '2026-07': null }, 'visitsByMonth', '2026-01: 3, 2026-Q2: не разобрано, 2026-07: —'],
  [true, 'address', 'заполнено'],
  ['*', 'circumstances', 'есть, но остаётся в книге'],
  [UNOPENED, 'address', 'зашифровано другим ключом'],
  [`kp1_${'A'.repeat(22)}`, 'curator', 'другое имя или номер, в этой книге их нет'],
])('shows %j of %s as «%s»', (value, field, text) => {
  expect(ru(value, field)).toBe(text);
});
