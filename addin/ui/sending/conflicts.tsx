import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ConflictChoice, FieldConflict } from '../../engine/sync-contract.ts';
import { useTexts } from '../language.tsx';
import { ConflictLine } from './conflict-line.tsx';
import { useSending } from './sending-access.tsx';

const useStyles = makeStyles({
  conflicts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    justifyItems: 'start',
  },
  title: { margin: 0 },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalM, width: '100%' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export function conflictKey({ rowId, field }: Pick<FieldConflict, 'rowId' | 'field'>): string {
  return `${rowId} ${field ?? ''}`;
}

/** Values that both sides changed: nothing is decided silently, the person chooses one by one or for all. */
export function Conflicts({ conflicts }: { readonly conflicts: readonly FieldConflict[] }) {
  const { t } = useTexts();
  const styles = useStyles();
  const sending = useSending();
  const [chosen, setChosen] = useState<ReadonlyMap<string, ConflictChoice['take']>>(new Map());
  const all = (take: ConflictChoice['take']): void =>
    setChosen(new Map(conflicts.map((conflict) => [conflictKey(conflict), take])));
  const choices = conflicts.flatMap(({ rowId, field }): ConflictChoice[] => {
    const take = chosen.get(conflictKey({ rowId, field }));
    return take ? [{ rowId, field, take }] : [];
  });
  return (
    <section className={styles.conflicts}>
      <Subtitle2 as="h2" className={styles.title}>
        {t('sending.conflicts', { count: conflicts.length })}
      </Subtitle2>
      <Text>{t('sending.conflicts.lead')}</Text>
      <div className={styles.actions}>
        <Button size="small" onClick={() => all('mine')}>
          {t('sending.conflict.all-mine')}
        </Button>
        <Button size="small" onClick={() => all('theirs')}>
          {t('sending.conflict.all-theirs')}
        </Button>
      </div>
      <ul className={styles.list}>
        {conflicts.map((conflict) => (
          <ConflictLine
            key={conflictKey(conflict)}
            conflict={conflict}
            taken={chosen.get(conflictKey(conflict)) ?? null}
            onTake={(take) => setChosen(new Map(chosen).set(conflictKey(conflict), take))}
          />
        ))}
      </ul>
      <Button appearance="primary" disabled={choices.length === 0} onClick={() => void sending.settle(choices)}>
        {t('sending.conflict.settle')}
      </Button>
    </section>
  );
}
