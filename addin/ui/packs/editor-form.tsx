import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { FormEvent, ReactNode } from 'react';
import type { Source } from '../../../shared/packs/pack.ts';
import type { FormFault, NormForm, NormKind, SourceForm } from '../../engine/pack-forms.ts';
import { useNormTexts } from './use-norm-texts.ts';

const STATUSES = ['confirmed', 'unconfirmed'] as const satisfies readonly Source['status'][];
const KINDS = ['required', 'max', 'recommended'] as const satisfies readonly NormKind[];

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  control: { minWidth: 0, width: '100%' },
});

interface EditorFormProps {
  readonly name: string;
  readonly children: ReactNode;
  readonly onApply: () => void;
  readonly onCancel: () => void;
  /** Takes away what is edited; null where there is nothing yet. */
  readonly remove: { readonly text: string; readonly act: () => void } | null;
}

/** A small form in its place in the list. Enter applies. */
export function EditorForm({ name, children, onApply, onCancel, remove }: EditorFormProps) {
  const n = useNormTexts();
  const styles = useStyles();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onApply();
  };
  return (
    <form className={styles.form} aria-label={name} onSubmit={submit} noValidate>
      {children}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" size="small">
          {n('apply')}
        </Button>
        <Button size="small" onClick={onCancel}>
          {n('cancel')}
        </Button>
        {remove ? (
          <Button size="small" onClick={remove.act}>
            {remove.text}
          </Button>
        ) : null}
      </div>
    </form>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly fault?: FormFault | undefined;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'date' | 'url';
  readonly inputMode?: 'numeric';
  readonly isRequired?: boolean;
}

/** A field that says at once what is wrong with it. */
export function TextField({ label, value, fault, onChange, isRequired = false, ...input }: TextFieldProps) {
  const n = useNormTexts();
  const styles = useStyles();
  return (
    <Field label={label} required={isRequired} {...(fault ? { validationMessage: n(`fault.${fault}`) } : {})}>
      <Input className={styles.control} value={value} onChange={(_event, data) => onChange(data.value)} {...input} />
    </Field>
  );
}

interface ChoiceFieldProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly text: string }[];
  readonly fault?: FormFault | undefined;
  readonly onChange: (value: T) => void;
}

export function ChoiceField<T extends string>({ label, value, options, fault, onChange }: ChoiceFieldProps<T>) {
  const n = useNormTexts();
  const styles = useStyles();
  const choose = (text: string): void => {
    const option = options.find((one) => one.value === text);
    if (option) onChange(option.value);
  };
  return (
    <Field label={label} {...(fault ? { validationMessage: n(`fault.${fault}`) } : {})}>
      <Select className={styles.control} value={value} onChange={(_event, data) => choose(data.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </Select>
    </Field>
  );
}

interface SourceFieldsProps {
  readonly form: SourceForm;
  readonly faults: Readonly<Partial<Record<'source' | 'url', FormFault>>>;
  readonly onChange: (part: Partial<SourceForm>) => void;
}

/** Where a norm comes from. A norm without a source is not taken. */
export function SourceFields({ form, faults, onChange }: SourceFieldsProps) {
  const n = useNormTexts();
  const options = STATUSES.map((status) => ({ value: status, text: n(`status.${status}`) }));
  return (
    <>
      <TextField
        label={n('source')}
        value={form.text}
        fault={faults.source}
        isRequired
        onChange={(text) => onChange({ text })}
      />
      <TextField
        label={n('url')}
        type="url"
        value={form.url}
        fault={faults.url}
        onChange={(url) => onChange({ url })}
      />
      <ChoiceField
        label={n('status')}
        value={form.status}
        options={options}
        onChange={(status) => onChange({ status })}
      />
    </>
  );
}

type Grounds = Omit<NormForm, 'number' | 'per'>;

interface GroundFieldsProps {
  readonly form: Grounds;
  readonly faults: Readonly<Partial<Record<'source' | 'url' | 'validTo', FormFault>>>;
  readonly onChange: (part: Partial<Grounds>) => void;
}

/** How binding a norm is, where it comes from, and for which days it holds. */
export function GroundFields({ form, faults, onChange }: GroundFieldsProps) {
  const n = useNormTexts();
  return (
    <>
      <ChoiceField
        label={n('kind')}
        value={form.kind}
        options={KINDS.map((kind) => ({ value: kind, text: n(`kind.${kind}`) }))}
        onChange={(kind) => onChange({ kind })}
      />
      <SourceFields form={form} faults={faults} onChange={onChange} />
      <TextField
        label={n('valid-from')}
        type="date"
        value={form.validFrom}
        onChange={(validFrom) => onChange({ validFrom })}
      />
      <TextField
        label={n('valid-to')}
        type="date"
        value={form.validTo}
        fault={faults.validTo}
        onChange={(validTo) => onChange({ validTo })}
      />
    </>
  );
}
