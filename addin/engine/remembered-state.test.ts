import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FRESH_STATE, parseRemembered, rememberedText } from './remembered-state.ts';

describe('what the workbook remembers', () => {
  it('is fresh where nothing was kept', () => {
    expect(parseRemembered(null)).toEqual({ ok: true, state: FRESH_STATE });
  });

  it('comes back as it was, with keys of other parts', () => {
    const state = {
      ...FRESH_STATE,
      asOf: '2026-10-31',
      corrections: [
        { sheet: 'Лист1', kind: 'families' as const, headerRows: [3, 4], fields: { ФИО: 'applicant', Х: null } },
      ],
      explanations: [{ identity: 'a', reason: 'р', author: 'и', since: '2026-10-01', until: null }],
      lastRun: { asOf: '2026-10-31', open: ['1'], mended: ['2'] },
      later: { kept: true },
    };
    expect(parseRemembered(rememberedText(state))).toEqual({ ok: true, state });
  });

  it.each([
    ['no JSON', 'Реестр', 'damaged'],
    ['something else', '[]', 'damaged'],
    ['a field of the wrong kind', '{"version":1,"corrections":"нет"}', 'damaged'],
    [
      'a heading of more rows than a person can mark',
      JSON.stringify({ version: 1, corrections: [{ sheet: 'Л', headerRows: Array(11).fill(1), fields: {} }] }),
      'damaged',
    ],
    ['a state of a newer version', '{"version":2,"entries":[]}', 'newer'],
  ])('is set aside when it is %s', (_name, text, why) => {
    expect(parseRemembered(text)).toEqual({ ok: false, why });
  });

  it('never throws, whatever stands there', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(parseRemembered(text)).toHaveProperty('ok');
      }),
    );
  });
});
