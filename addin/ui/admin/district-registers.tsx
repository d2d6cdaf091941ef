import { Text } from '@fluentui/react-components';
import { useCallback } from 'react';
import type { AdminDistrict } from '../../../shared/sync/access-wire.ts';
import { showMoment } from '../language.tsx';
import { takeLostFocus } from '../parts/take-lost-focus.ts';
import { Working } from '../parts/working.tsx';
import { useAnswer } from '../region/use-answer.ts';
import { SendingError } from '../sending/sending-error.tsx';
import { useAdmin, useAdminTexts } from './admin-access.tsx';
import { useAdminStyles } from './admin-styles.ts';
import { AskFirst } from './ask-first.tsx';

/** The registers of a district on the server: one that was begun by mistake, or is kept no more, can be closed. */
export function DistrictRegisters({ district }: { readonly district: AdminDistrict }) {
  const t = useAdminTexts();
  const styles = useAdminStyles();
  const { api, act } = useAdmin();
  const { id } = district;
  const ask = useCallback(() => api.registers(id), [api, id]);
  const { outcome, known: registers, again } = useAnswer(ask);
  const close = async (register: string): Promise<void> => {
    await act(() => api.closeRegister(id, register));
    await again();
  };
  if (registers === null) return outcome === null || outcome.ok ? <Working /> : <SendingError error={outcome.error} />;
  if (registers.length === 0) return <Text>{t('register.none')}</Text>;
  return (
    <ul className={styles.list} aria-label={t('register.list', { what: district.title })}>
      {registers.map(({ id: register, createdAt, retiredAt, lastSending }) => {
        const what = lastSending
          ? t('register.sent', { number: lastSending.number, at: showMoment(lastSending.at) })
          : t('register.begun', { at: showMoment(createdAt) });
        return (
          <li key={register} className={styles.row}>
            <Text>{what}</Text>
            {retiredAt === null ? (
              <AskFirst
                label={t('register.close')}
                name={t('register.close.name', { what })}
                question={t('register.close.ask')}
                onYes={() => void close(register)}
              />
            ) : (
              <Text ref={takeLostFocus} tabIndex={-1} className={styles.lead}>
                {t('register.closed', { at: showMoment(retiredAt) })}
              </Text>
            )}
          </li>
        );
      })}
    </ul>
  );
}
