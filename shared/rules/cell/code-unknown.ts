import { distance } from 'fastest-levenshtein';
import type { CellAddress } from '../../domain/cell-address.ts';
import type { CodeListName, FieldOf } from '../../domain/fields.ts';
import { entryCell, type RegisterRow } from '../../domain/register.ts';
import type { CodeValue } from '../../domain/values.ts';
import type { Pack } from '../../packs/pack.ts';
import { comparableWording, shownWordings } from '../../packs/wording.ts';
import { isOneOf } from '../engine/row-kinds.ts';
import { wrongEntries } from '../entry-cells.ts';
import { columnRule } from '../rule.ts';

/** [R13] Levels have a rule of their own; the other lists are for reports and may hold free wordings. */
const FIELDS = [
  'categories',
  'signs',
  'result',
  'closeReason',
  'form',
  'source',
] as const satisfies readonly FieldOf<'families'>[];

/** A wording that is in no list of the pack: the family falls out of every count by that list. */
export const codeUnknown = columnRule({
  id: 'cell/code-unknown',
  severity: 'error',
  basis: ['pack:codes'],
  scope: 'column',
  reads: FIELDS,
  isRaw: false,
  needs: ['codes.categories', 'codes.signs', 'codes.results', 'codes.forms', 'codes.sources'],
  prepare: (run) => {
    const { codeList } = run.spec;
    const field = FIELDS.find((one) => one === run.field);
    if (codeList === undefined || field === undefined || !run.isFirstOfField) return null;
    if (run.pack.codes[codeList].length === 0) return run.skip('norm-null', `codes.${codeList}`);
    let known: readonly Wording[] | null = null;
    const wordings = (): readonly Wording[] => (known ??= wordingsOf(run.pack, codeList));
    return (row, _raw, out) => {
      const value = isOneOf(row, 'families') ? row.values[field] : null;
      if (!value) return;
      const items = 'code' in value ? [value] : value;
      for (const { item, cell } of wrongEntries(row, { field, items }, isUnknown)) {
        const unknown = items.flatMap((one, at) =>
          isUnknown(one) && isIn(row, { field, at }, cell) ? [one.text] : [],
        );
        const suggestion = unknown.length === 1 ? nearest(item.text, wordings()) : '';
        out.find({
          row,
          field,
          params: { wordings: unknown, count: unknown.length, known: suggestion === '' ? 'no' : 'yes', suggestion },
          ...(cell ? { cell } : {}),
        });
      }
    };
  },
  examples: {
    passes: [
      { families: [{ categories: 'неполная; СОП', source: 'сообщение школы', form: 'групповое', result: null }] },
    ],
    fails: [
      { families: [{ categories: ['CAT05', 'проблемная'] }] },
      { families: [{ source: 'слухи' }] },
      { families: [{ closeReason: 'так вышло' }] },
    ],
    undecidable: [{ families: [{ applicant: 'Ромашкина Анна' }] }],
  },
});

const isUnknown = ({ code }: CodeValue): boolean => code === null;

/** True for an entry that stands in the cell; all do where the list has one cell. */
function isIn(
  row: RegisterRow,
  { field, at }: { readonly field: string; readonly at: number },
  cell: CellAddress | undefined,
): boolean {
  const own = cell ? entryCell(row, field, at) : null;
  return !cell || (own?.row === cell.row && own.column === cell.column);
}

/** The wording of the list that was probably meant: at most one letter in four is other. Empty when there is none. */
function nearest(text: string, wordings: readonly Wording[]): string {
  const wanted = comparableWording(text);
  let best = '';
  let bestDistance = Math.floor(wanted.length / 4) + 1;
  for (const { wording, comparable } of wordings) {
    if (Math.abs(comparable.length - wanted.length) >= bestDistance) continue;
    const far = distance(wanted, comparable);
    if (far < bestDistance) [best, bestDistance] = [wording, far];
  }
  return best;
}

interface Wording {
  readonly wording: string;
  readonly comparable: string;
}

function wordingsOf(pack: Pack, list: CodeListName): readonly Wording[] {
  return pack.codes[list].flatMap(({ title, aliases }) =>
    [title.ru, ...shownWordings(title.ru, aliases)].map((wording) => ({
      wording,
      comparable: comparableWording(wording),
    })),
  );
}
