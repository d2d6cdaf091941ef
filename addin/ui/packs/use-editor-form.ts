import { useState } from 'react';
import type { FormOutcome } from '../../engine/pack-forms.ts';

type Faults = Extract<FormOutcome<never>, { ok: false }>['faults'];

interface EditorFormState<F> {
  readonly form: F;
  /** Empty until «Применить» was tried. */
  readonly faults: Faults;
  readonly put: (part: Partial<F>) => void;
  readonly apply: () => void;
}

interface EditorFormWish<F, T> {
  readonly start: () => F;
  readonly read: (form: F) => FormOutcome<T>;
  readonly onApply: (value: T, form: F) => void;
}

/** What stands in a small form, and what is wrong with it. It is applied when nothing is. */
export function useEditorForm<F, T>({ start, read, onApply }: EditorFormWish<F, T>): EditorFormState<F> {
  const [form, setForm] = useState(start);
  const [isTried, setIsTried] = useState(false);
  const outcome = read(form);
  return {
    form,
    faults: isTried && !outcome.ok ? outcome.faults : {},
    put: (part) => setForm({ ...form, ...part }),
    apply: () => {
      setIsTried(true);
      if (outcome.ok) onApply(outcome.value, form);
    },
  };
}
