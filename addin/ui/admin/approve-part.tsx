import { Button, Field, Input, Select, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { Sentence } from '../parts/sentence.tsx';
import { useAdmin, useAdminTexts } from './admin-access.tsx';
import { useAdminStyles } from './admin-styles.ts';
import { DaysField } from './issue-key.tsx';

const USUAL_DAYS = 365;

/** Lets in the pane of a person who reads out a code. */
export function ApprovePart() {
  const t = useAdminTexts();
  const styles = useAdminStyles();
  const { data, api, act, isBusy } = useAdmin();
  const [code, setCode] = useState('');
  const [person, setPerson] = useState('');
  const [days, setDays] = useState(USUAL_DAYS);
  const [done, setDone] = useState<string | null>(null);
  const people = (data?.people ?? []).filter(({ archivedAt }) => archivedAt === null);
  const approve = (event: FormEvent): void => {
    event.preventDefault();
    setDone(null);
    void act(() => api.approve(code, person, days)).then((approved) => {
      if (approved === null) return;
      setDone(people.find(({ id }) => id === person)?.name ?? '');
      setCode('');
    });
  };
  return (
    <section className={styles.part} aria-label={t('section.pairing')}>
      <Text className={styles.lead}>{t('approve.lead')}</Text>
      <div role="status">
        {done === null ? null : <Sentence intent="success">{t('approve.done', { who: done })}</Sentence>}
      </div>
      <form className={styles.form} onSubmit={approve} aria-label={t('approve.do')}>
        <Field className={styles.field} label={t('approve.code')}>
          <Input
            autoComplete="off"
            placeholder="ABCD-EFGH"
            value={code}
            maxLength={40}
            onChange={(_event, { value }) => setCode(value)}
          />
        </Field>
        <Field className={styles.field} label={t('approve.person')}>
          <Select value={person} onChange={(_event, { value }) => setPerson(value)}>
            <option value="">{t('approve.choose')}</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <DaysField value={days} onChange={setDays} />
        <Button type="submit" appearance="primary" disabled={isBusy || code.trim() === '' || person === ''}>
          {t('approve.do')}
        </Button>
      </form>
    </section>
  );
}
