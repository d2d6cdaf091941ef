import type { NormEntry, NormPlace } from '../../engine/pack-edits.ts';
import type { Per } from '../../engine/pack-forms.ts';
import { normForm, normOfForm } from '../../engine/pack-forms.ts';
import { ChoiceField, EditorForm, GroundFields, TextField } from './editor-form.tsx';
import { useEditorForm } from './use-editor-form.ts';
import { useNormTexts } from './use-norm-texts.ts';

const PERS = ['week', 'month', 'quarter'] as const satisfies readonly Per[];

interface NormEditorProps {
  readonly place: NormPlace;
  /** Null for a norm that is not set yet. */
  readonly entry: NormEntry | null;
  readonly onApply: (entry: NormEntry) => void;
  readonly onRemove: (() => void) | null;
  readonly onCancel: () => void;
}

/** The number of a norm, how binding it is, since when, and its source. Faults are said once «Применить» was tried. */
export function NormEditor({ place, entry, onApply, onRemove, onCancel }: NormEditorProps) {
  const n = useNormTexts();
  const { form, faults, put, apply } = useEditorForm({
    start: () => normForm(entry, place),
    read: (one) => normOfForm(one, place),
    onApply,
  });
  return (
    <EditorForm
      name={n(`norm.${place.name}`)}
      onApply={apply}
      onCancel={onCancel}
      remove={onRemove ? { text: n('remove'), act: onRemove } : null}
    >
      <TextField
        label={n(`number.${place.name}`)}
        value={form.number}
        fault={faults.number}
        inputMode="numeric"
        isRequired
        onChange={(number) => put({ number })}
      />
      {place.name === 'visits' ? (
        <ChoiceField
          label={n('per')}
          value={form.per}
          options={PERS.map((per) => ({ value: per, text: n(`per.${per}`) }))}
          onChange={(per) => put({ per })}
        />
      ) : null}
      <GroundFields form={form} faults={faults} onChange={put} />
    </EditorForm>
  );
}
