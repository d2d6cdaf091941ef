import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { OpenList } from '../../../shared/packs/own-pack.ts';
import type { CodeEntry, Source } from '../../../shared/packs/pack.ts';
import { withOwnEntry } from '../../engine/pack-edits.ts';
import { entryForm, entryOfForm } from '../../engine/pack-forms.ts';
import { EditorForm, SourceFields, TextField } from './editor-form.tsx';
import { useEditorForm } from './use-editor-form.ts';
import type { PackDraft } from './use-pack-draft.ts';
import { useNormTexts } from './use-norm-texts.ts';

interface OwnEntryFormProps {
  readonly draft: PackDraft;
  readonly list: OpenList;
}

/** Adds an entry to a list that the region may extend. Like a norm, it names where it comes from. */
export function OwnEntryForm({ draft, list }: OwnEntryFormProps) {
  const n = useNormTexts();
  const [isAdding, setIsAdding] = useState(false);
  const add: EntryEditorProps['onApply'] = (entry) => {
    draft.change(withOwnEntry(draft.own, list, entry));
    setIsAdding(false);
  };
  return isAdding ? (
    <EntryEditor entries={draft.pack.codes[list]} onApply={add} onCancel={() => setIsAdding(false)} />
  ) : (
    <div>
      <Button size="small" onClick={() => setIsAdding(true)}>
        {n('codes.add')}
      </Button>
    </div>
  );
}

interface EntryEditorProps {
  /** What the list has already. */
  readonly entries: readonly CodeEntry[];
  readonly onApply: (entry: { readonly title: string; readonly source: Source }) => void;
  readonly onCancel: () => void;
}

function EntryEditor({ entries, onApply, onCancel }: EntryEditorProps) {
  const n = useNormTexts();
  const { form, faults, put, apply } = useEditorForm({
    start: entryForm,
    read: (one) => entryOfForm(one, entries),
    onApply,
  });
  return (
    <EditorForm name={n('codes.add')} onApply={apply} onCancel={onCancel} remove={null}>
      <TextField
        label={n('codes.add.title')}
        value={form.title}
        fault={faults.title}
        isRequired
        onChange={(title) => put({ title })}
      />
      <SourceFields form={form} faults={faults} onChange={put} />
    </EditorForm>
  );
}
