/** Examples of rules as tables of a page. */
import { fieldSpec, type RecordKind } from '../../shared/domain/fields.ts';
import { packById } from '../../shared/packs/packs.ts';
import type { RegisterSketch } from '../../shared/rules/example.ts';
import type { RegionSketch } from '../../shared/rules/region/region-rule.ts';
import { showDate, type Language } from '../../shared/text/format.ts';
import { TABLES, WORDS } from './words.ts';

const KINDS: readonly RecordKind[] = ['families', 'members', 'visits', 'measures', 'specialists'];
const NOT_FIELDS: ReadonlySet<string> = new Set(['raw', 'given']);
/** Longer examples are cut, with a row that says how many more there are. */
const MOST_ROWS = 6;

type AnyRow = Readonly<Record<string, unknown>>;

/** The tables and settings of a sketch, a block of lines each. */
export function sketchBlocks(sketch: RegisterSketch, language: Language): readonly string[] {
  const tables = KINDS.flatMap((kind) => {
    const rows: readonly AnyRow[] | undefined = sketch[kind];
    return rows ? [recordTable(kind, rows, language)] : [];
  });
  const forms = (sketch.reports ?? []).map((form) =>
    markdownTable(
      [WORDS.form[language], WORDS.district[language], WORDS.value[language]],
      form.figures.map(({ label, district, value }) => [
        label,
        district ?? '',
        value === null ? '' : Number.isNaN(value) ? '?' : String(value),
      ]),
    ),
  );
  return [...tables, ...forms, ...settings(sketch, language)];
}

/** The cases of a region, each with its district. */
export function regionBlocks(sketch: RegionSketch, language: Language): readonly string[] {
  const fields = [
    'district',
    'fingerprints',
    'level',
    'curator',
    'start',
    'closedOn',
    'closeReason',
    'isRefused',
  ] as const;
  const used = fields.filter((field) => sketch.cases.some((one) => one[field] !== undefined));
  const heading = (field: (typeof fields)[number]): string => {
    if (field === 'fingerprints' || field === 'start' || field === 'district') return WORDS[field][language];
    return field === 'isRefused' ? WORDS.refused[language] : fieldTitle('families', field, language);
  };
  const rows = sketch.cases.map((one) => used.map((field) => shown(one[field], { kind: 'families', field, language })));
  const decisions = (sketch.decisions ?? []).map(({ district, verdict }) => `${district ?? 'region'}: ${verdict}`);
  const staff = (sketch.staff ?? []).map(({ district, rate }) => `${district}: ${Number.isNaN(rate) ? '?' : rate}`);
  return [
    markdownTable(used.map(heading), shortened(rows, language)),
    ...(decisions.length > 0 ? [`${WORDS.decisions[language]}: ${decisions.join('; ')}`] : []),
    ...(staff.length > 0 ? [`${fieldTitle('specialists', 'rate', language)}: ${staff.join('; ')}`] : []),
    ...settings(sketch, language),
  ];
}

function settings(sketch: RegisterSketch | RegionSketch, language: Language): readonly string[] {
  const lines: string[] = [];
  const say = (word: keyof typeof WORDS, text?: string): void => {
    lines.push(text === undefined ? `${WORDS[word][language]}.` : `${WORDS[word][language]}: ${text}`);
  };
  if (sketch.asOf) say('asOf', showDate(sketch.asOf));
  if (sketch.pack) say('pack', `\`${JSON.stringify(sketch.pack)}\``);
  if ('isWithoutSheet' in sketch) say('withoutSheet');
  if ('isTextFile' in sketch) say('textFile');
  if ('leaving' in sketch) say('leaving', (sketch.leaving ?? []).map((field) => `\`${field}\``).join(', '));
  if ('duplicateHeadings' in sketch) {
    const fields = (sketch.duplicateHeadings ?? []).map(({ field }) => fieldTitle('families', field, language));
    say('repeated', fields.join(', '));
  }
  return lines;
}

function recordTable(kind: RecordKind, rows: readonly AnyRow[], language: Language): string {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((field) => !NOT_FIELDS.has(field));
  const title = `*${TABLES[kind]?.[language] ?? kind}*`;
  if (fields.length === 0) return title;
  const cells = rows.map((row) => fields.map((field) => cellOf(row, { kind, field, language })));
  const headings = fields.map((field) => (field === 'sheet' ? '' : fieldTitle(kind, field, language)));
  return `${title}\n\n${markdownTable(headings, shortened(cells, language))}`;
}

interface Place {
  readonly kind: RecordKind;
  readonly field: string;
  readonly language: Language;
}

/** What stands in the cell where the sketch says so, or else the value. */
function cellOf(row: AnyRow, place: Place): string {
  const raw = row['raw'];
  const own =
    typeof raw === 'object' && raw !== null ? Object.entries(raw).find(([field]) => field === place.field) : undefined;
  return own ? shown(own[1], place) : shown(row[place.field], place);
}

function shown(value: unknown, place: Place): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return wording(value, place);
  if (typeof value !== 'object') return value === true ? '✓' : String(value);
  if (Array.isArray(value)) return value.map((one) => shown(one, place)).join(place.field === 'transfers' ? ' ' : '; ');
  if ('serial' in value || 'error' in value) return String(Object.values(value)[0]);
  if ('birth' in value) {
    const { name, birth } = value as { readonly name?: string; readonly birth: string | null };
    return [name, birth === null ? undefined : showDate(birth)].filter((part) => part !== undefined).join(', ');
  }
  return Object.entries(value)
    .map(([key, one]) => `${key}: ${one ?? '—'}`)
    .join('; ');
}

/** Codes are shown in the words of the pack's list, blanks so that they can be seen. */
function wording(text: string, { kind, field, language }: Place): string {
  const list = fieldSpec(kind, field)?.codeList;
  const entry = list && packById('training')?.codes[list].find(({ code }) => code === text);
  if (entry) return entry.title[language];
  return /^\s|\s$|\s\s|[\u00a0\n]/u.test(text)
    ? `«${text.replaceAll('\n', '⏎').replaceAll('\u00a0', '⍽').replaceAll(' ', '·')}»`
    : showDate(text);
}

/** A field's name for people; the name in code for what is no field. */
export function fieldTitle(kind: RecordKind, field: string, language: Language): string {
  return fieldSpec(kind, field)?.title[language] ?? field;
}

function shortened(rows: readonly (readonly string[])[], language: Language): readonly (readonly string[])[] {
  if (rows.length <= MOST_ROWS) return rows;
  const more = rows.length - MOST_ROWS + 1;
  return [...rows.slice(0, MOST_ROWS - 1), [language === 'ru' ? `… и ещё строк: ${more}` : `… and ${more} more rows`]];
}

function markdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${headings.map((_, index) => (cells[index] ?? '').replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(headings), `|${headings.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}
