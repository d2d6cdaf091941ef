import { Badge, Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { Pack } from '../../../shared/packs/pack.ts';
import { withCalendarYear } from '../../engine/pack-edits.ts';
import type { YearForm } from '../../engine/pack-forms.ts';
import { yearForm, yearOfForm } from '../../engine/pack-forms.ts';
import { EditorForm, SourceFields, TextField } from './editor-form.tsx';
import { SourceLine } from './norm-facts.tsx';
import { useLineStyles } from './norm-line.tsx';
import type { PackDraft } from './use-pack-draft.ts';
import { useEditorForm } from './use-editor-form.ts';
import { useNormTexts } from './use-norm-texts.ts';

/** Days that the region works or rests apart from the common calendar, by year. */
export function CalendarYears({ draft }: { readonly draft: PackDraft }) {
  const n = useNormTexts();
  const styles = useLineStyles();
  const [edited, setEdited] = useState<string | null>(null);
  const years = Object.entries(draft.pack.calendar).toSorted(([a], [b]) => a.localeCompare(b));
  const editor = (year: string, days: Pack['calendar'][string] | null) => (
    <YearEditor
      year={year}
      days={days}
      onApply={(typed, next) => {
        draft.change(withCalendarYear(draft.own, typed, next));
        setEdited(null);
      }}
      onRemove={
        year in draft.own.differences.calendar
          ? () => {
              draft.change(withCalendarYear(draft.own, year, null));
              setEdited(null);
            }
          : null
      }
      onCancel={() => setEdited(null)}
    />
  );
  return (
    <>
      <Text size={200} className={styles.quiet}>
        {n('calendar.lead')}
      </Text>
      {years.length === 0 ? <Text>{n('calendar.none')}</Text> : null}
      {years.map(([year, days]) =>
        edited === year ? (
          <div key={year}>{editor(year, days)}</div>
        ) : (
          <div key={year} className={styles.line}>
            <div className={styles.head}>
              <Text weight="semibold">{n('calendar.year.name', { year })}</Text>
              {year in draft.own.differences.calendar ? <Badge appearance="tint">{n('own')}</Badge> : null}
            </div>
            <YearDays days={yearForm(year, days)} />
            <SourceLine source={days.source} />
            <div className={styles.actions}>
              <Button
                size="small"
                aria-label={n('edit.name', { what: n('calendar.year.name', { year }) })}
                onClick={() => setEdited(year)}
              >
                {n('edit')}
              </Button>
            </div>
          </div>
        ),
      )}
      {edited === '' ? (
        editor('', null)
      ) : (
        <div>
          <Button size="small" onClick={() => setEdited('')}>
            {n('calendar.add')}
          </Button>
        </div>
      )}
    </>
  );
}

function YearDays({ days: { off, work } }: { readonly days: YearForm }) {
  const n = useNormTexts();
  return (
    <>
      {off === '' ? null : <Text block>{n('calendar.off.shown', { days: off })}</Text>}
      {work === '' ? null : <Text block>{n('calendar.work.shown', { days: work })}</Text>}
    </>
  );
}

interface YearEditorProps {
  /** Empty for a year that is being added. */
  readonly year: string;
  readonly days: Pack['calendar'][string] | null;
  readonly onApply: (year: string, days: Pack['calendar'][string]) => void;
  readonly onRemove: (() => void) | null;
  readonly onCancel: () => void;
}

function YearEditor({ year, days, onApply, onRemove, onCancel }: YearEditorProps) {
  const n = useNormTexts();
  const { form, faults, put, apply } = useEditorForm({
    start: () => yearForm(year, days),
    read: yearOfForm,
    onApply: (value, { year: typed }) => onApply(typed, value),
  });
  return (
    <EditorForm
      name={n('calendar')}
      onApply={apply}
      onCancel={onCancel}
      remove={onRemove ? { text: n('calendar.remove'), act: onRemove } : null}
    >
      {year === '' ? (
        <TextField
          label={n('calendar.year')}
          value={form.year}
          fault={faults.year}
          inputMode="numeric"
          isRequired
          onChange={(typed) => put({ year: typed })}
        />
      ) : null}
      <TextField label={n('calendar.off')} value={form.off} fault={faults.off} onChange={(off) => put({ off })} />
      <TextField label={n('calendar.work')} value={form.work} fault={faults.work} onChange={(work) => put({ work })} />
      <SourceFields form={form} faults={faults} onChange={put} />
    </EditorForm>
  );
}
