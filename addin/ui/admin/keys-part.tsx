import { Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { AdminKey } from '../../../shared/sync/access-wire.ts';
import { showMoment } from '../language.tsx';
import { useAdmin, useAdminTexts } from './admin-access.tsx';
import { useAdminStyles } from './admin-styles.ts';
import { AskFirst } from './ask-first.tsx';

/** Access keys: issued when, used when, ended when; revoked here. */
export function KeysPart() {
  const t = useAdminTexts();
  const styles = useAdminStyles();
  const { data } = useAdmin();
  const keys = data?.keys ?? [];
  return (
    <section className={styles.part} aria-label={t('section.keys')}>
      <Text className={styles.lead}>{t('key.lead')}</Text>
      {data && keys.length === 0 ? <Text>{t('key.none')}</Text> : null}
      <ul className={styles.list}>
        {keys.map((key) => (
          <KeyLine key={key.id} access={key} />
        ))}
      </ul>
    </section>
  );
}

function KeyLine({ access }: { readonly access: AdminKey }) {
  const t = useAdminTexts();
  const styles = useAdminStyles();
  const { data, api, act } = useAdmin();
  const { id, name, role, person, createdAt, lastUsedAt, expiresAt, revokedAt } = access;
  const [openedAt] = useState(Date.now);
  const owner = data?.people.find((one) => one.id === person);
  const who = owner?.name ?? name;
  const isOver = revokedAt !== null || (expiresAt !== null && expiresAt <= openedAt);
  return (
    <li className={styles.item}>
      <Text weight="semibold">{who}</Text>
      <Text size={200} className={styles.lead}>
        {[
          t(`role.${owner?.role ?? role}`),
          t('key.created', { at: showMoment(createdAt) }),
          lastUsedAt === null ? t('key.unused') : t('key.used', { at: showMoment(lastUsedAt) }),
          stateOf(t, { expiresAt, revokedAt, openedAt }),
        ].join(' · ')}
      </Text>
      {isOver ? null : (
        <div className={styles.row}>
          <AskFirst
            label={t('key.revoke')}
            name={t('key.revoke.name', { what: who })}
            question={t('key.revoke.ask', { what: who, at: showMoment(createdAt) })}
            onYes={() => void act(() => api.revokeKey(id))}
          />
        </div>
      )}
    </li>
  );
}

interface KeyTimes extends Pick<AdminKey, 'expiresAt' | 'revokedAt'> {
  readonly openedAt: number;
}

function stateOf(t: ReturnType<typeof useAdminTexts>, { expiresAt, revokedAt, openedAt }: KeyTimes): string {
  if (revokedAt !== null) return t('key.revoked', { at: showMoment(revokedAt) });
  if (expiresAt === null) return t('key.for-ever');
  return t(expiresAt <= openedAt ? 'key.expired' : 'key.until', { at: showMoment(expiresAt) });
}
