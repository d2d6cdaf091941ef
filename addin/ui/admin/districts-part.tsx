import { Button, Field, Input, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { AdminDistrict } from '../../../shared/sync/access-wire.ts';
import { takeLostFocus } from '../parts/take-lost-focus.ts';
import { useAdmin, useAdminTexts } from './admin-access.tsx';
import { useAdminStyles } from './admin-styles.ts';
import { AskFirst } from './ask-first.tsx';
import { isDistrictId, proposedDistrictId } from './district-id.ts';
import { DistrictRegisters } from './district-registers.tsx';

/** Districts: add, rename, put away, bring back. */
export function DistrictsPart() {
  const t = useAdminTexts();
  const styles = useAdminStyles();
  const { data } = useAdmin();
  const districts = data?.districts ?? [];
  return (
    <section className={styles.part} aria-label={t('section.districts')}>
      <Text className={styles.lead}>{t('district.lead')}</Text>
      {data && districts.length === 0 ? <Text>{t('district.none')}</Text> : null}
      <ul className={styles.list}>
        {districts.map((district) => (
          <DistrictLine key={district.id} district={district} />
        ))}
      </ul>
      <NewDistrict />
    </section>
  );
}

function DistrictLine({ district }: { readonly district: AdminDistrict }) {
  const t = useAdminTexts();
  const styles = useAdminStyles();
  const { api, act, isBusy } = useAdmin();
  const { id, title, archivedAt } = district;
  const [draft, setDraft] = useState<string | null>(null);
  const [hasChanged, setHasChanged] = useState(false);
  const [showsRegisters, setShowsRegisters] = useState(false);
  const rename = (event: FormEvent): void => {
    event.preventDefault();
    void act(() => api.changeDistrict(id, { title: draft ?? title })).then((changed) => {
      if (changed !== null) setDraft(null);
    });
  };
  const archive = (isArchived: boolean): void => void act(() => api.changeDistrict(id, { isArchived }));
  if (draft !== null) {
    return (
      <li className={styles.item}>
        <form className={styles.form} onSubmit={rename}>
          <Field className={styles.field} label={t('district.title')}>
            <Input autoFocus value={draft} maxLength={100} onChange={(_event, { value }) => setDraft(value)} />
          </Field>
          <div className={styles.row}>
            <Button type="submit" appearance="primary" size="small" disabled={isBusy || draft.trim() === ''}>
              {t('save')}
            </Button>
            <Button size="small" onClick={() => setDraft(null)}>
              {t('cancel')}
            </Button>
          </div>
        </form>
      </li>
    );
  }
  return (
    <li className={styles.item}>
      <Text weight="semibold">{title}</Text>
      <Text size={200} className={styles.lead}>
        {archivedAt === null ? id : `${id}, ${t('archived')}`}
      </Text>
      <div className={styles.row}>
        <Button
          ref={hasChanged ? takeLostFocus : null}
          size="small"
          aria-label={t('change.name', { what: title })}
          onClick={() => {
            setDraft(title);
            setHasChanged(true);
          }}
        >
          {t('change')}
        </Button>
        <Button
          size="small"
          aria-expanded={showsRegisters}
          aria-label={t('register.show.name', { what: title })}
          onClick={() => setShowsRegisters(!showsRegisters)}
        >
          {t('register.show')}
        </Button>
        {archivedAt === null ? (
          <AskFirst
            label={t('archive')}
            name={t('archive.name', { what: title })}
            question={t('archive.ask', { what: title })}
            onYes={() => archive(true)}
          />
        ) : (
          <Button size="small" aria-label={t('restore.name', { what: title })} onClick={() => archive(false)}>
            {t('restore')}
          </Button>
        )}
      </div>
      {showsRegisters ? <DistrictRegisters district={district} /> : null}
    </li>
  );
}

function NewDistrict() {
  const t = useAdminTexts();
  const styles = useAdminStyles();
  const { data, api, act, isBusy } = useAdmin();
  const [title, setTitle] = useState('');
  const [typed, setTyped] = useState<string | null>(null);
  const taken = (data?.districts ?? []).map((district) => district.id);
  const id = typed ?? proposedDistrictId(title, taken);
  const fault =
    id === '' ? null : !isDistrictId(id) ? 'district.id.bad' : taken.includes(id) ? 'district.id.taken' : null;
  const isWhole = title.trim() !== '' && id !== '' && fault === null;
  const add = (event: FormEvent): void => {
    event.preventDefault();
    void act(() => api.addDistrict(id, title.trim())).then((added) => {
      if (added === null) return;
      setTitle('');
      setTyped(null);
    });
  };
  return (
    <form className={styles.form} onSubmit={add} aria-label={t('district.add')}>
      <Field className={styles.field} label={t('district.title')}>
        <Input value={title} maxLength={100} onChange={(_event, { value }) => setTitle(value)} />
      </Field>
      <Field
        className={styles.field}
        label={t('district.id')}
        hint={t('district.id.hint')}
        {...(fault ? { validationMessage: t(fault) } : {})}
      >
        <Input value={id} maxLength={40} onChange={(_event, { value }) => setTyped(value)} />
      </Field>
      <Button type="submit" disabled={isBusy || !isWhole}>
        {t('district.add')}
      </Button>
    </form>
  );
}
