import { describe, expect, it } from 'vitest';
import type { Severity } from '../../shared/domain/finding.ts';
import type { Mark } from '../engine/workbook-port.ts';
import { isMarkFormula, MARK_LOOKS, markFormula, MAX_MARKED_AREAS, planMarks } from './mark-plan.ts';

function mark(row: number, column = 0, severity: Severity = 'error', sheet = 'Реестр'): Mark {
  return { cell: { sheet, row, column }, severity };
}

describe('the plan of marks', () => {
  it('joins cells below each other, whatever their order', () => {
    const { formats } = planMarks([mark(4), mark(2), mark(3), mark(9), mark(4, 1)]);
    expect(formats).toEqual([{ sheet: 'Реестр', severity: 'error', addresses: 'A2:A4,A9,B4' }]);
  });

  it('marks a cell once, with the graver severity', () => {
    expect(planMarks([mark(1, 0, 'note'), mark(1, 0, 'error'), mark(1, 0, 'warning')]).formats).toEqual([
      { sheet: 'Реестр', severity: 'error', addresses: 'A1' },
    ]);
  });

  it('keeps sheets apart, and severities', () => {
    const { formats } = planMarks([mark(1), mark(2, 0, 'note'), mark(1, 0, 'error', 'Выходы')]);
    expect(formats.map(({ sheet, severity }) => `${sheet} ${severity}`).toSorted()).toEqual([
      'Выходы error',
      'Реестр error',
      'Реестр note',
    ]);
  });

  it('stays within what Excel takes in one address', () => {
    const { formats, leftOut } = planMarks(
      Array.from({ length: MAX_MARKED_AREAS }, (_, row) => mark(row * 2 + 900_001, 16_383)),
    );
    expect(leftOut).toBe(0);
    expect(formats.length).toBeGreaterThan(1);
    expect(Math.max(...formats.map(({ addresses }) => addresses.length))).toBeLessThanOrEqual(8_192);
    expect(formats.flatMap(({ addresses }) => addresses.split(','))).toHaveLength(MAX_MARKED_AREAS);
  });

  it('tells how many cells were left out', () => {
    const marks = Array.from({ length: MAX_MARKED_AREAS + 5 }, (_, row) => mark(row * 2 + 1, 0, 'note'));
    expect(planMarks(marks).leftOut).toBe(5);
  });
});

describe('the formula of a mark', () => {
  it.each<Severity>(['error', 'warning', 'note'])(
    'of %s is known again, with or without what Excel may change',
    (severity) => {
      const formula = markFormula(severity);
      expect(isMarkFormula(formula)).toBe(true);
      expect(isMarkFormula(formula.slice(1))).toBe(true);
      expect(isMarkFormula(formula.replace('<>', ' <> '))).toBe(true);
    },
  );

  it.each(['=$A1="kurator:error"', '="kurator:error"<>A1', '="kurator"<>""', '', null, undefined])(
    '%j is not ours',
    (formula) => {
      expect(isMarkFormula(formula)).toBe(false);
    },
  );
});

describe('the looks of marks', () => {
  const looks = Object.values(MARK_LOOKS);

  it.each(['line', 'font', 'fill', 'colour'] as const)('differ by %s', (trait) => {
    expect(new Set(looks.map((look) => look[trait])).size).toBe(3);
  });

  it.each(Object.entries(MARK_LOOKS))(
    '%s: black text on the fill and the line beside it can be told apart',
    (_name, look) => {
      expect(contrast('#000000', look.fill)).toBeGreaterThan(4.5);
      expect(contrast(look.colour, look.fill)).toBeGreaterThan(3);
      expect(contrast(look.colour, '#FFFFFF')).toBeGreaterThan(3);
    },
  );
});

/** Contrast by WCAG 2.2, 1.4.3. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
