import { Button, Field, Input, Text } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { isoOf } from '../../../shared/domain/day.ts';
import type { OwnPack } from '../../../shared/packs/own-pack.ts';
import { showDate } from '../../../shared/text/format.ts';
import { showMoment } from '../language.tsx';
import { OWN_PACK_FILES, readOwnPack } from '../packs/read-own-pack.ts';
import { FileButton } from '../parts/file-button.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { today } from '../today.ts';
import { useAdmin, useAdminTexts } from './admin-access.tsx';
import { useAdminStyles } from './admin-styles.ts';

/** The region's own norms: what is published, and publishing the next revision. */
export function NormsPart() {
  const t = useAdminTexts();
  const styles = useAdminStyles();
  const { data } = useAdmin();
  const norms = data?.norms ?? [];
  return (
    <section className={styles.part} aria-label={t('section.norms')}>
      <Text className={styles.lead}>{t('norms.lead')}</Text>
      {data && norms.length === 0 ? <Text>{t('norms.none')}</Text> : null}
      <ul className={styles.list}>
        {norms.map(({ packId, title, revision, validFrom, publishedAt }) => (
          <li key={`${packId} ${revision}`} className={styles.item}>
            <Text weight="semibold">{t('norms.published', { title, revision, from: showDate(validFrom) })}</Text>
            <Text size={200} className={styles.lead}>
              {t('norms.at', { at: showMoment(publishedAt) })}
            </Text>
          </li>
        ))}
      </ul>
      <PublishNorms />
    </section>
  );
}

function PublishNorms() {
  const t = useAdminTexts();
  const styles = useAdminStyles();
  const { api, act, isBusy, atHand } = useAdmin();
  const [chosen, setChosen] = useState<OwnPack | 'bad' | null>(null);
  const [validFrom, setValidFrom] = useState(() => isoOf(today()));
  const hintId = useId();
  const choose = async (file: File): Promise<void> => {
    const read = await readOwnPack(file);
    setChosen(read.ok ? read.own : 'bad');
  };
  const publish = (event: FormEvent): void => {
    event.preventDefault();
    if (chosen === null || chosen === 'bad') return;
    void act(() => api.publish(validFrom, chosen)).then((done) => setChosen(done === null ? chosen : null));
  };
  const publishNow = (own: OwnPack): void => void act(() => api.publish(validFrom, own));
  const isWhole = chosen !== null && chosen !== 'bad' && validFrom !== '';
  return (
    <form className={styles.form} onSubmit={publish} aria-label={t('norms.publish')}>
      <Field className={styles.field} label={t('norms.from')}>
        <Input type="date" value={validFrom} onChange={(_event, { value }) => setValidFrom(value)} />
      </Field>
      {(['inUse', 'draft'] as const).map((which) => {
        const own = atHand[which];
        return own ? (
          <Button
            key={which}
            className={styles.wrapping}
            disabled={isBusy || validFrom === ''}
            onClick={() => publishNow(own)}
          >
            {t(`norms.publish.${which}`, { title: own.title })}
          </Button>
        ) : null;
      })}
      <FileButton
        aria-describedby={hintId}
        label={t('norms.file')}
        accept={OWN_PACK_FILES}
        onFiles={([file]) => void choose(file)}
      >
        {t('norms.choose')}
      </FileButton>
      <Text id={hintId} size={200} className={styles.lead}>
        {t('norms.file.hint')}
      </Text>
      <div role="status">
        {chosen === 'bad' ? <Sentence intent="error">{t('norms.bad')}</Sentence> : null}
        {isWhole ? <Text>{t('norms.chosen', { title: chosen.title })}</Text> : null}
      </div>
      <Button type="submit" appearance="primary" disabled={isBusy || !isWhole}>
        {t('norms.publish')}
      </Button>
    </form>
  );
}
