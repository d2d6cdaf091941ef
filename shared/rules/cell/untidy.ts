import { shareCells } from '../../domain/register.ts';
import { columnRule, type ColumnRun } from '../rule.ts';
import { cellAt } from './column-cell.ts';

/** Spaces at an end, doubled, or of another kind: whether they are meant only the correction tells. Most cells have none. */
const SUSPECT = /^ | $|  |[^\S ]|\u200b/;

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
      if (typeof raw !== 'string' || !SUSPECT.test(raw)) return;
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

/** [R15] Lines are meant where the cell's field is a list, or the cell holds several fields. */
function mayHaveLines({ spec, table, column }: ColumnRun): boolean {
  const isShared = table.columns.some((one) => one !== column && shareCells(one, column));
  return isShared || column.partOf !== undefined || spec.isMultiline === true;
}

/** The text with single ordinary spaces, no spaces at the ends (of lines too), and one line where lines are not meant. */
function tidied(text: string, isMultiline: boolean): string {
  const plain = text.replace(/[\u200b\ufeff]/g, '').replace(/\r\n?/g, '\n');
  const lines = (isMultiline ? plain.split('\n') : [plain]).map((line) => line.replace(/\s+/gu, ' ').trim());
  return lines.join('\n').trim();
}
