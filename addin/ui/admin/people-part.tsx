import { Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { AdminPerson } from '../../../shared/sync/access-wire.ts';
import type { PersonWish } from '../../engine/admin-api.ts';
import { takeLostFocus } from '../parts/take-lost-focus.ts';
import { useAdmin, useAdminTexts } from './admin-access.tsx';
import { useAdminStyles } from './admin-styles.ts';
import { AskFirst } from './ask-first.tsx';
import { IssueKey } from './issue-key.tsx';
import { PersonForm } from './person-form.tsx';

const NOBODY: PersonWish = { name: '', role: 'operator', districts: [] };

/** Staff: who may do what, and where. */
export function PeoplePart() {
  const t = useAdminTexts();
  const styles = useAdminStyles();
  const { data, api, act } = useAdmin();
  const people = data?.people ?? [];
  const add = async (wish: PersonWish): Promise<boolean> => (await act(() => api.addPerson(wish))) !== null;
  return (
    <section className={styles.part} aria-label={t('section.people')}>
      <Text className={styles.lead}>{t('person.lead')}</Text>
      {data && people.length === 0 ? <Text>{t('person.none')}</Text> : null}
      <ul className={styles.list}>
        {people.map((person) => (
          <PersonLine key={person.id} person={person} />
        ))}
      </ul>
      <PersonForm start={NOBODY} submit={t('person.add')} onSubmit={add} />
    </section>
  );
}

function PersonLine({ person }: { readonly person: AdminPerson }) {
  const t = useAdminTexts();
  const styles = useAdminStyles();
  const { data, api, act } = useAdmin();
  const [isChanging, setIsChanging] = useState(false);
  const [hasChanged, setHasChanged] = useState(false);
  const { id, name, role, districts, archivedAt } = person;
  const titleOf = (district: string): string => data?.districts.find((one) => one.id === district)?.title ?? district;
  const titles = districts?.map(titleOf).toSorted((a, b) => a.localeCompare(b, 'ru'));
  const where = titles?.join(', ') ?? t('person.all-districts');
  const change = async (wish: PersonWish): Promise<boolean> => {
    const isDone = (await act(() => api.changePerson(id, wish))) !== null;
    if (isDone) setIsChanging(false);
    return isDone;
  };
  const archive = (isArchived: boolean): void => void act(() => api.changePerson(id, { isArchived }));
  if (isChanging) {
    return (
      <li className={styles.item}>
        <PersonForm
          start={{ name, role, districts: districts ?? [] }}
          submit={t('save')}
          onSubmit={change}
          onCancel={() => setIsChanging(false)}
        />
      </li>
    );
  }
  return (
    <li className={styles.item}>
      <Text weight="semibold">{name}</Text>
      <Text size={200} className={styles.lead}>
        {[t(`role.${role}`), where, ...(archivedAt === null ? [] : [t('archived')])].join(' · ')}
      </Text>
      <div className={styles.row}>
        <Button
          ref={hasChanged ? takeLostFocus : null}
          size="small"
          aria-label={t('change.name', { what: name })}
          onClick={() => {
            setIsChanging(true);
            setHasChanged(true);
          }}
        >
          {t('change')}
        </Button>
        {archivedAt === null ? (
          <>
            <IssueKey person={person} />
            <AskFirst
              label={t('archive')}
              name={t('archive.name', { what: name })}
              question={t('archive.ask', { what: name })}
              onYes={() => archive(true)}
            />
          </>
        ) : (
          <Button size="small" aria-label={t('restore.name', { what: name })} onClick={() => archive(false)}>
            {t('restore')}
          </Button>
        )}
      </div>
    </li>
  );
}
