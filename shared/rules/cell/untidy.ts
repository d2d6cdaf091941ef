import { fieldSpec } from '../../domain/fields.ts';
import { shareCells } from '../../domain/register.ts';
import { columnRule, type ColumnRun } from '../rule.ts';
import { cellAt } from './column-cell.ts';

/** Spaces that nobody sees: values that look equal are not, and a search finds half of them. */
export const untidy = columnRule({
  id: 'cell/untidy',
  severity: 'note',
  basis: ['rules.md'],
  scope: 'column',
  reads: 'all',
  isRaw: true,
  needs: [],
  prepare: (run) => {
    if (!run.isFirstOfCell) return null;
    const isMultiline = mayHaveLines(run);
    return (row, raw, out, sheetRow) => {
      if (typeof raw !== 'string' || !looksUntidy(raw, isMultiline)) return;
      const value = tidied(raw, isMultiline);
      if (value === raw.replaceAll('\r\n', '\n')) return;
      const fix = { kind: 'text', value, display: value } as const;
      out.find({ row, field: run.field, params: {}, fix, cell: cellAt(run, sheetRow), value: raw });
    };
  },
  examples: {
    passes: [{ families: [{ applicant: 'Ромашкина Анна Петровна', note: 'звонили\nне отвечает' }] }],
    fails: [
      { families: [{ applicant: 'Ромашкина', raw: { applicant: 'Ромашкина ' } }] },
      { families: [{ applicant: 'Ромашкина  Анна' }] },
      { families: [{ applicant: 'Ромашкина\u00a0Анна' }] },
      { families: [{ applicant: 'Ромашкина\nАнна' }] },
    ],
    undecidable: [{ families: [{ applicant: 'Ромашкина  Анна' }], isWithoutSheet: true }],
  },
});

/** [R15] Lines are meant where one of the cell's fields is a list, or the cell holds several fields. */
function mayHaveLines({ kind, table, column }: ColumnRun): boolean {
  const sameCell = table.columns.filter((one) => shareCells(one, column));
  return (
    sameCell.length > 1 ||
    sameCell.some(({ field, partOf }) => partOf !== undefined || fieldSpec(kind, field)?.isMultiline)
  );
}

/** A quick look without making anything: most cells are tidy. */
function looksUntidy(text: string, isMultiline: boolean): boolean {
  let wasSpace = true;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const isBreak = code === 10;
    const isSpace = code === 32 || isBreak;
    if (isStrange(code)) return true;
    if ((isSpace && wasSpace) || (isBreak && !isMultiline)) return true;
    wasSpace = isSpace;
  }
  return wasSpace;
}

/** Tabs, spaces of other widths, and returns: whether one is half of a line break only the correction tells. */
function isStrange(code: number): boolean {
  const isZeroOrNarrow = (code >= 0x20_00 && code <= 0x20_0b) || code === 0x20_2f || code === 0xfe_ff;
  return code === 9 || code === 13 || code === 160 || isZeroOrNarrow;
}

/** The text with single ordinary spaces, no spaces at the ends (of lines too), and one line where lines are not meant. */
function tidied(text: string, isMultiline: boolean): string {
  const plain = text.replace(/[\u200b\ufeff]/g, '').replace(/\r\n?/g, '\n');
  const lines = (isMultiline ? plain.split('\n') : [plain]).map((line) => line.replace(/\s+/gu, ' ').trim());
  return lines.join('\n').trim();
}
