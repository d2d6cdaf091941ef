import { Button, Checkbox, Field, Input, Select, Text } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import type { PersonWish } from '../../engine/admin-api.ts';
import type { Role } from '../../../shared/sync/access-wire.ts';
import { takeLostFocus } from '../parts/take-lost-focus.ts';
import { useAdmin, useAdminTexts } from './admin-access.tsx';
import { useAdminStyles } from './admin-styles.ts';

export const ROLES = ['operator', 'manager', 'admin', 'auditor'] as const satisfies readonly Role[];

interface PersonFormProps {
  readonly start: PersonWish;
  readonly submit: string;
  readonly onSubmit: (wish: PersonWish) => Promise<boolean>;
  readonly onCancel?: () => void;
}

/** Label, role and, for an operator, districts. */
export function PersonForm({ start, submit, onSubmit, onCancel }: PersonFormProps) {
  const t = useAdminTexts();
  const styles = useAdminStyles();
  const { data, isBusy } = useAdmin();
  const [wish, setWish] = useState(start);
  const id = useId();
  const { name, role, districts } = wish;
  const working = (data?.districts ?? []).filter(({ archivedAt }) => archivedAt === null);
  const chosen = districts.filter((id) => working.some((one) => one.id === id));
  const isWhole = name.trim() !== '' && (role !== 'operator' || chosen.length > 0);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    void onSubmit({ name: name.trim(), role, districts: chosen }).then((isDone) => {
      if (isDone) setWish(start);
    });
  };
  const choose = (district: string, isChosen: boolean): void =>
    setWish({ ...wish, districts: isChosen ? [...chosen, district] : chosen.filter((one) => one !== district) });
  return (
    <form className={styles.form} onSubmit={save} aria-label={submit}>
      <Field className={styles.field} label={t('person.label')} hint={t('person.label.hint')}>
        <Input
          ref={onCancel ? takeLostFocus : null}
          value={name}
          maxLength={60}
          onChange={(_event, { value }) => setWish({ ...wish, name: value })}
        />
      </Field>
      <Field className={styles.field} label={t('person.role')}>
        <Select
          value={role}
          onChange={(_event, { value }) => setWish({ ...wish, role: ROLES.find((one) => one === value) ?? role })}
        >
          {ROLES.map((one) => (
            <option key={one} value={one}>
              {t(`role.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      {role === 'operator' ? (
        <div role="group" aria-labelledby={`${id}-districts`} className={styles.row}>
          <Text id={`${id}-districts`} className={styles.wholeLine}>
            {t('person.districts')}
          </Text>
          {working.map((district) => (
            <Checkbox
              key={district.id}
              label={district.title}
              checked={chosen.includes(district.id)}
              onChange={(_event, { checked }) => choose(district.id, checked === true)}
            />
          ))}
        </div>
      ) : null}
      <div className={styles.row}>
        <Button type="submit" appearance={onCancel ? 'primary' : 'secondary'} disabled={isBusy || !isWhole}>
          {submit}
        </Button>
        {onCancel ? <Button onClick={onCancel}>{t('cancel')}</Button> : null}
      </div>
    </form>
  );
}
