import { Button, Field, mergeClasses, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { AdminPerson } from '../../../shared/sync/access-wire.ts';
import { escapeCloses } from '../parts/escape-closes.ts';
import { takeLostFocus } from '../parts/take-lost-focus.ts';
import { Sentence } from '../parts/sentence.tsx';
import { useAdmin, useAdminTexts } from './admin-access.tsx';
import { useAdminStyles } from './admin-styles.ts';
import { CopyText } from './copy-text.tsx';

const DAYS = [30, 90, 365];
const USUAL_DAYS = 365;

interface DaysFieldProps {
  readonly value: number;
  readonly onChange: (days: number) => void;
}

export function DaysField({ value, onChange }: DaysFieldProps) {
  const t = useAdminTexts();
  const styles = useAdminStyles();
  return (
    <Field className={styles.field} label={t('key.days')}>
      <Select ref={takeLostFocus} value={String(value)} onChange={(_event, { value: days }) => onChange(Number(days))}>
        {DAYS.map((days) => (
          <option key={days} value={days}>
            {t('key.days.value', { days })}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** Makes a key for a person and shows it this once. */
export function IssueKey({ person }: { readonly person: AdminPerson }) {
  const t = useAdminTexts();
  const styles = useAdminStyles();
  const { api, act, isBusy, issued, keepIssued } = useAdmin();
  const [isAsking, setIsAsking] = useState(false);
  const [days, setDays] = useState(USUAL_DAYS);
  const token = issued.get(person.id);
  const issue = (): void =>
    void act(() => api.issueKey(person.id, days)).then((made) => {
      if (made === null) return;
      setIsAsking(false);
      keepIssued(person.id, made.token);
    });
  if (token === undefined && !isAsking) {
    const name = t('key.issue.name', { what: person.name });
    return (
      <Button size="small" aria-label={name} onClick={() => setIsAsking(true)}>
        {t('key.issue')}
      </Button>
    );
  }
  const keep = (): void => setIsAsking(false);
  if (token === undefined) {
    return (
      <div className={mergeClasses(styles.form, styles.wholeLine)} onKeyDown={escapeCloses(keep)}>
        <DaysField value={days} onChange={setDays} />
        <div className={styles.row}>
          <Button size="small" appearance="primary" disabled={isBusy} onClick={issue}>
            {t('key.issue')}
          </Button>
          <Button size="small" onClick={keep}>
            {t('cancel')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className={styles.wholeLine}>
      <Sentence
        intent="warning"
        actions={
          <Button size="small" onClick={() => keepIssued(person.id, null)}>
            {t('key.ready')}
          </Button>
        }
      >
        {t('key.once', { who: person.name })}
        <CopyText label={t('key.value')} text={token} />
      </Sentence>
    </div>
  );
}
