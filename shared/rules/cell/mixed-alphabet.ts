import { oneAlphabet } from '../../domain/look-alikes.ts';
import { columnRule } from '../rule.ts';
import { cellAt } from './column-cell.ts';

const LETTER = '[A-Za-zА-Яа-яЁё]';
/** Initials with their points are one word: «A.П.» has an A of the other alphabet. */
const INITIALS = `(?<!${LETTER})${LETTER}(?:\\.[ \\u00a0]?${LETTER}(?!${LETTER}))+`;
const WORDS = new RegExp(`${INITIALS}|${LETTER}+`, 'g');

/** A word of two alphabets looks right and is found by no search, no filter and no comparison. */
export const mixedAlphabet = columnRule({
  id: 'cell/mixed-alphabet',
  severity: 'warning',
  basis: ['rules.md'],
  scope: 'column',
  reads: 'all',
  isRaw: true,
  needs: [],
  prepare: (run) => {
    if (!run.isFirstOfCell) return null;
    return (row, raw, out, sheetRow) => {
      if (typeof raw !== 'string' || !/[A-Za-z]/.test(raw)) return;
      const words: string[] = [];
      const value = raw.replace(WORDS, (word) => {
        const mended = oneAlphabet(word);
        if (mended !== null) words.push(word);
        return mended ?? word;
      });
      if (words.length === 0) return;
      const fix = { kind: 'text', value, display: value } as const;
      out.find({ row, field: run.field, params: { words }, fix, cell: cellAt(run, sheetRow) });
    };
  },
  examples: {
    passes: [{ families: [{ applicant: 'Ромашкина Анна', contractNo: 'CC-15/2025', note: 'IT-отдел' }] }],
    fails: [{ families: [{ applicant: 'Poмашкина Анна' }] }, { families: [{ note: 'сообщено в СМC' }] }],
    undecidable: [{ families: [{ applicant: 'Poмашкина Анна' }], isWithoutSheet: true }],
  },
});
