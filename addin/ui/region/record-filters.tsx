import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { Pack } from '../../../shared/packs/pack.ts';
import { RECORD_STATES, type RecordState, type RegisterRecord } from '../../../shared/reports/register-records.ts';
import { useTexts } from '../language.tsx';
import { useRegionTexts } from './region-texts.ts';

/** Empty: all. */
export interface RecordFilter {
  readonly district: string;
  readonly level: string;
  readonly category: string;
  readonly curator: string;
  readonly state: RecordState | '';
  readonly search: string;
}

export const NO_FILTER: RecordFilter = { district: '', level: '', category: '', curator: '', state: '', search: '' };

/** The lines that a filter means; «none»: of unknown level, without a category or a curator. */
export function filtered(records: readonly RegisterRecord[], filter: RecordFilter): readonly RegisterRecord[] {
  const { district, level, category, curator, state } = filter;
  const search = filter.search.trim().toLowerCase();
  return records.filter(
    (one) =>
      fits(district, one.district) &&
      fits(level, one.level) &&
      fits(curator, one.curator) &&
      (category === '' || (category === 'none' ? one.categories.length === 0 : one.categories.includes(category))) &&
      (state === '' || one.state === state) &&
      (search === '' || found(one, search)),
  );
}

function fits(wanted: string, value: string | null): boolean {
  return wanted === '' || wanted === (value ?? 'none');
}

function found({ id, values }: RegisterRecord, search: string): boolean {
  return [id, values.caseNo, values.applicant].some((text) =>
    String(text ?? '')
      .toLowerCase()
      .includes(search),
  );
}

const same = (value: string): string => value;

const useStyles = makeStyles({
  filters: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 170px), 1fr))',
    gap: tokens.spacingHorizontalS,
    width: '100%',
    // A name of two lines must not push its field below the others.
    alignItems: 'end',
    // A list of long names must not push its column wider than the others.
    '& > *': { minWidth: 0 },
    '& select': { minWidth: 0, width: '100%' },
    '@media print': { display: 'none' },
  },
});

interface RecordFiltersProps {
  readonly records: readonly RegisterRecord[];
  readonly pack: Pack;
  readonly filter: RecordFilter;
  readonly onChange: (filter: RecordFilter) => void;
}

export function RecordFilters({ records, pack, filter, onChange }: RecordFiltersProps) {
  const { language } = useTexts();
  const { r, levelTitle } = useRegionTexts();
  const styles = useStyles();
  const titleOf = (code: string): string =>
    pack.codes.categories.find((one) => one.code === code)?.title[language] ?? code;
  const set = (part: Partial<RecordFilter>): void => onChange({ ...filter, ...part });
  const distinct = (of: (one: RegisterRecord) => readonly (string | null)[]): readonly string[] =>
    [...new Set(records.flatMap(of).map((one) => one ?? 'none'))].toSorted((a, b) => a.localeCompare(b, 'ru'));
  const none = r('no-level');
  const named = (values: readonly string[], name: (value: string) => string) =>
    values.map((value) => ({ value, title: value === 'none' ? none : name(value) }));
  const choices = [
    [
      'district',
      r('register.district'),
      named(
        distinct(({ district }) => [district]),
        same,
      ),
    ],
    [
      'level',
      r('register.level'),
      named(
        distinct(({ level }) => [level]),
        levelTitle,
      ),
    ],
    [
      'category',
      r('register.category'),
      named(
        distinct(({ categories }) => (categories.length ? categories : [null])),
        titleOf,
      ),
    ],
    [
      'curator',
      r('register.curator'),
      named(
        distinct(({ curator }) => [curator]),
        same,
      ),
    ],
    ['state', r('register.state'), RECORD_STATES.map((value) => ({ value, title: r(`register.state.${value}`) }))],
  ] as const;
  return (
    <div className={styles.filters}>
      <Field label={r('register.search')}>
        <Input
          size="small"
          type="search"
          value={filter.search}
          onChange={(_event, { value }) => set({ search: value })}
        />
      </Field>
      {choices.map(([key, label, options]) => (
        <Field key={key} label={label}>
          <Select size="small" value={filter[key]} onChange={(_event, { value }) => set({ [key]: value })}>
            <option value="">{r('register.all')}</option>
            {options.map(({ value, title }) => (
              <option key={value} value={value}>
                {title}
              </option>
            ))}
          </Select>
        </Field>
      ))}
    </div>
  );
}
