import { isRefused } from '../../domain/case-state.ts';
import { rowRule } from '../rule.ts';
import { levelParam } from '../norm-words.ts';

/** A sign that the pack ties to one level, at a case of another: either the sign or the level is wrong. */
export const signMismatch = rowRule({
  id: 'level/sign-mismatch',
  severity: 'warning',
  basis: ['S004'],
  scope: 'row',
  table: 'families',
  reads: ['signs', 'level', 'decision'],
  requires: ['signs', 'level'],
  needs: ['codes.signs'],
  prepare: (run) => {
    const levelOfSign = new Map(
      run.pack.codes.signs.flatMap((sign) => (sign.level === undefined ? [] : [[sign.code, sign.level] as const])),
    );
    if (levelOfSign.size === 0) return run.skip('norm-null', 'codes.signs');
    return (row, out) => {
      const level = row.values.level?.code ?? null;
      if (level === null || isRefused(row)) return;
      const foreign = (row.values.signs ?? []).filter((sign) => (levelOfSign.get(sign.code ?? '') ?? level) !== level);
      const [first] = foreign;
      if (!first) return;
      const params = { signs: foreign.map((sign) => sign.text), ...levelParam(run.pack, level) };
      out.find({
        row,
        field: 'level',
        params: { ...params, ...levelParam(run.pack, levelOfSign.get(first.code ?? '') ?? '', 'expected') },
      });
    };
  },
  examples: {
    passes: [
      { families: [{ level: 'BASE', signs: 'послеразводное состояние; социальный контракт' }] },
      { families: [{ level: 'CRISIS', signs: null }] },
      { families: [{ level: null, signs: 'послеразводное состояние' }] },
      { families: [{ level: 'CRISIS', signs: 'нечто новое' }] },
      { families: [{ level: 'CRISIS', signs: 'послеразводное состояние', decision: 'отказано' }] },
    ],
    fails: [{ families: [{ level: 'CRISIS', signs: 'послеразводное состояние' }] }],
    undecidable: [
      {
        families: [{ level: 'CRISIS', signs: 'послеразводное состояние' }],
        pack: {
          codes: {
            signs: ['B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7', 'B8'].map((code) => ({
              code,
              title: { ru: code, en: code },
              level: undefined,
            })),
          },
        },
      },
    ],
  },
});
