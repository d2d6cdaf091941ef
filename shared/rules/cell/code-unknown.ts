import { distance } from 'fastest-levenshtein';
import type { CellAddress } from '../../domain/cell-address.ts';
import type { AnyField, CodeListName } from '../../domain/fields.ts';
import { entryCell, type RegisterRow } from '../../domain/register.ts';
import type { CodeValue } from '../../domain/values.ts';
import type { Pack } from '../../packs/pack.ts';
import { comparableWording, shownWordings } from '../../packs/wording.ts';
import { valueOf } from '../engine/cell-text.ts';
import { itemsOf, wrongEntries } from '../entry-cells.ts';
import { columnRule } from '../rule.ts';

/** [R13] Levels have a rule of their own; the other lists are for reports and may hold free wordings. */
const FIELDS: readonly AnyField[] = ['categories', 'signs', 'result', 'closeReason', 'form', 'source'];

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
    const { field, spec } = run;
    const { codeList } = spec;
    if (codeList === undefined || run.kind !== 'families' || !FIELDS.includes(field) || !run.isFirstOfField)
      return null;
    if (run.pack.codes[codeList].length === 0) return run.skip('norm-null', `codes.${codeList}`);
    let known: readonly Wording[] | null = null;
    const wordings = (): readonly Wording[] => (known ??= wordingsOf(run.pack, codeList));
    return (row, _raw, out) => {
      if (!hasUnknown(row, field)) return;
      const items = itemsOf(row, field).map((item) => (isCodeValue(item) && isUnknown(item) ? item.text : null));
      for (const { cell } of wrongEntries(row, { field, items }, (text) => text !== null)) {
        const unknown = items.filter((text, at): text is string => text !== null && isIn(row, { field, at }, cell));
        const suggestion = unknown.length === 1 ? nearest(unknown[0] ?? '', wordings()) : '';
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

const isUnknown = (value: CodeValue): boolean => value.code === null;

function hasUnknown(row: RegisterRow, field: string): boolean {
  const value = valueOf(row, field);
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some((item) => typeof item === 'object' && 'code' in item && isUnknown(item));
  return 'code' in value && value.code === null;
}

/** True for an entry that stands in the cell; all do where the list has one cell. */
function isIn(
  row: RegisterRow,
  { field, at }: { readonly field: string; readonly at: number },
  cell: CellAddress | undefined,
): boolean {
  const own = cell ? entryCell(row, field, at) : null;
  return !cell || (own?.row === cell.row && own.column === cell.column);
}

function isCodeValue(item: unknown): item is CodeValue {
  return typeof item === 'object' && item !== null && 'code' in item && 'text' in item;
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
