import { isErrorText } from '../../domain/sheet-cells.ts';
import { rowRule } from '../rule.ts';

/** Without a level no norm of caseload, visits or term can be held against the case. */
export const levelUnknown = rowRule({
  id: 'level/unknown',
  severity: 'error',
  basis: ['S001'],
  scope: 'row',
  table: 'families',
  reads: ['level'],
  requires: ['level'],
  needs: ['codes.levels'],
  prepare: (run) => {
    const known = run.pack.codes.levels.map((entry) => entry.title);
    const params = {
      knownRu: known.map((title) => title.ru).join(', '),
      knownEn: known.map((title) => title.en).join(', '),
    };
    return (row, out) => {
      const { level } = row.values;
      if (level?.code !== null || isErrorText(level.text)) return;
      out.find({ row, field: 'level', params: { ...params, text: level.text } });
    };
  },
  examples: {
    passes: [{ families: [{ level: 'базовый' }, { level: 'Кризисный уровень' }, { level: null }] }],
    fails: [{ families: [{ level: 'усиленный' }] }],
    undecidable: [{ families: [{ applicant: 'Ромашкина Анна Петровна' }] }],
  },
});
