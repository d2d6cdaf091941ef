import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { OpenList } from '../../../shared/packs/own-pack.ts';
import { withOwnEntry } from '../../engine/pack-edits.ts';
import type { EntryForm, FormOutcome } from '../../engine/pack-forms.ts';
import { entryForm, entryOfForm } from '../../engine/pack-forms.ts';
import { EditorForm, SourceFields, TextField } from './editor-form.tsx';
import type { PackDraft } from './use-pack-draft.ts';
import { useNormTexts } from './use-norm-texts.ts';

type Faults = Extract<FormOutcome<never>, { ok: false }>['faults'];

interface OwnEntryFormProps {
  readonly draft: PackDraft;
  readonly list: OpenList;
}

/** Adds an entry to a list that the region may extend. Like a norm, it names where it comes from. */
export function OwnEntryForm({ draft, list }: OwnEntryFormProps) {
  const n = useNormTexts();
  const [form, setForm] = useState<EntryForm | null>(null);
  const [faults, setFaults] = useState<Faults>({});
  const close = (): void => {
    setForm(null);
    setFaults({});
  };
  if (form === null) {
    return (
      <div>
        <Button size="small" onClick={() => setForm(entryForm())}>
          {n('codes.add')}
        </Button>
      </div>
    );
  }
  const apply = (): void => {
    const outcome = entryOfForm(form, draft.pack.codes[list]);
    if (!outcome.ok) return setFaults(outcome.faults);
    draft.change(withOwnEntry(draft.own, list, outcome.value));
    close();
  };
  const change = (part: Partial<EntryForm>): void => setForm({ ...form, ...part });
  return (
    <EditorForm name={n('codes.add')} onApply={apply} onCancel={close} remove={null}>
      <TextField
        label={n('codes.add.title')}
        value={form.title}
        fault={faults.title}
        isRequired
        onChange={(title) => change({ title })}
      />
      <SourceFields form={form} faults={faults} onChange={change} />
    </EditorForm>
  );
}
