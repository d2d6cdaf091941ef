import { Badge, Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { Deadline } from '../../../shared/packs/pack.ts';
import { freeDeadlineId, withBaseDeadline, withDeadline } from '../../engine/pack-edits.ts';
import { DeadlineEditor } from './deadline-editor.tsx';
import { NormFacts } from './norm-facts.tsx';
import { useLineStyles } from './norm-line.tsx';
import type { PackDraft } from './use-pack-draft.ts';
import { useNormTexts } from './use-norm-texts.ts';

const NEW_DEADLINE: Omit<Deadline, 'id'> = {
  from: 'application',
  to: 'contract',
  n: 5,
  unit: 'wd',
  shiftIfOff: true,
  kind: 'required',
  enabled: true,
  validFrom: null,
  validTo: null,
  source: { text: { ru: '', en: '' }, status: 'unconfirmed' },
};

/** The deadlines between steps of the procedure. */
export function DeadlineList({ draft }: { readonly draft: PackDraft }) {
  const n = useNormTexts();
  const [isAdding, setIsAdding] = useState(false);
  const { deadlines } = draft.pack;
  const add = (deadline: Deadline): void => {
    draft.change(withDeadline(draft.own, deadline));
    setIsAdding(false);
  };
  return (
    <>
      {deadlines.map((deadline) => (
        <DeadlineLine key={deadline.id} draft={draft} deadline={deadline} />
      ))}
      {isAdding ? (
        <DeadlineEditor
          pack={draft.pack}
          deadline={{ ...NEW_DEADLINE, id: freeDeadlineId(deadlines) }}
          onApply={add}
          onRemove={null}
          onCancel={() => setIsAdding(false)}
        />
      ) : (
        <div>
          <Button size="small" onClick={() => setIsAdding(true)}>
            {n('deadline.add')}
          </Button>
        </div>
      )}
    </>
  );
}

function DeadlineLine({ draft, deadline }: { readonly draft: PackDraft; readonly deadline: Deadline }) {
  const n = useNormTexts();
  const styles = useLineStyles();
  const [isEdited, setIsEdited] = useState(false);
  const { id, from, to, unit, shiftIfOff, enabled } = deadline;
  const isOwn = draft.own.differences.deadlines.some((one) => one.id === id);
  const isInBase = draft.base.deadlines.some((one) => one.id === id);
  const what = n('deadline.name', { from: n(`step.${from}`), to: n(`step.${to}`) });
  const amount = n(`deadline.amount.${unit}`, { n: deadline.n });
  const giveBack = (): void => draft.change(withBaseDeadline(draft.own, id));
  const apply = (next: Deadline): void => {
    draft.change(withDeadline(draft.own, next));
    setIsEdited(false);
  };
  return (
    <div className={styles.line}>
      <div className={styles.head}>
        <Text weight="semibold" className={styles.words}>
          {what}
        </Text>
        {isOwn ? <Badge appearance="tint">{n('own')}</Badge> : null}
      </div>
      {isEdited ? (
        <DeadlineEditor
          pack={draft.pack}
          deadline={deadline}
          onApply={apply}
          onRemove={isInBase ? null : giveBack}
          onCancel={() => setIsEdited(false)}
        />
      ) : (
        <>
          <Text block className={styles.words}>
            {n('deadline.value', { n: deadline.n, amount, shift: shiftIfOff ? 'yes' : 'no' })}
          </Text>
          {enabled ? null : (
            <Text block className={styles.quiet}>
              {n('deadline.off')}
            </Text>
          )}
          <NormFacts {...deadline} />
          <div className={styles.actions}>
            <Button size="small" aria-label={n('edit.name', { what })} onClick={() => setIsEdited(true)}>
              {n('edit')}
            </Button>
            {isOwn && isInBase ? (
              <Button size="small" aria-label={n('as-base.name', { what })} onClick={giveBack}>
                {n('as-base')}
              </Button>
            ) : null}
          </div>
        </>
      )}
    </div>
  );
}
