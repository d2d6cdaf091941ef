import { Switch } from '@fluentui/react-components';
import type { Deadline, Pack } from '../../../shared/packs/pack.ts';
import { deadlineForm, deadlineOfForm } from '../../engine/pack-forms.ts';
import { ChoiceField, EditorForm, GroundFields, TextField } from './editor-form.tsx';
import { useEditorForm } from './use-editor-form.ts';
import { useNormTexts } from './use-norm-texts.ts';

const UNITS = ['wd', 'cd', 'month'] as const satisfies readonly Deadline['unit'][];

interface DeadlineEditorProps {
  readonly pack: Pack;
  readonly deadline: Deadline;
  readonly onApply: (deadline: Deadline) => void;
  readonly onRemove: (() => void) | null;
  readonly onCancel: () => void;
}

export function DeadlineEditor({ pack, deadline, onApply, onRemove, onCancel }: DeadlineEditorProps) {
  const n = useNormTexts();
  const { form, faults, put, apply } = useEditorForm({
    start: () => deadlineForm(deadline),
    read: (one) => deadlineOfForm(deadline.id, one, pack),
    onApply,
  });
  const steps = [...new Set([...pack.stepOrder, 'firstVisit' as const])];
  const stepOptions = steps.map((step) => ({ value: step, text: n(`step.${step}`) }));
  return (
    <EditorForm
      name={n('deadlines')}
      onApply={apply}
      onCancel={onCancel}
      remove={onRemove ? { text: n('deadline.remove'), act: onRemove } : null}
    >
      <Switch
        label={n('deadline.on')}
        checked={form.enabled}
        onChange={(_event, { checked }) => put({ enabled: checked })}
      />
      <ChoiceField
        label={n('deadline.from')}
        value={form.from}
        options={stepOptions}
        onChange={(from) => put({ from })}
      />
      <ChoiceField
        label={n('deadline.to')}
        value={form.to}
        options={stepOptions}
        fault={faults.to}
        onChange={(to) => put({ to })}
      />
      <TextField
        label={n('deadline.number')}
        value={form.number}
        fault={faults.number}
        inputMode="numeric"
        isRequired
        onChange={(number) => put({ number })}
      />
      <ChoiceField
        label={n('deadline.unit')}
        value={form.unit}
        options={UNITS.map((unit) => ({ value: unit, text: n(`deadline.unit.${unit}`) }))}
        onChange={(unit) => put({ unit })}
      />
      <Switch
        label={n('deadline.shift')}
        checked={form.shiftIfOff}
        onChange={(_event, { checked }) => put({ shiftIfOff: checked })}
      />
      <GroundFields form={form} faults={faults} onChange={put} />
    </EditorForm>
  );
}
