import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { NormEntry, NormPlace } from '../../engine/pack-edits.ts';
import { isOwnNorm, normsAt, withBaseNorm, withNorms } from '../../engine/pack-edits.ts';
import { numberOf } from '../../engine/pack-forms.ts';
import { NormEditor } from './norm-editor.tsx';
import { NormFacts } from './norm-facts.tsx';
import type { PackDraft } from './use-pack-draft.ts';
import { useNormTexts } from './use-norm-texts.ts';

export const useLineStyles = makeStyles({
  line: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXXS },
  head: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    ':not(:empty)': { paddingTop: tokens.spacingVerticalXXS },
  },
  words: { overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface NormLineProps {
  readonly draft: PackDraft;
  readonly place: NormPlace;
}

/** One norm: what it says, where it comes from, and the way to change it. Without a norm it says so. */
export function NormLine({ draft, place }: NormLineProps) {
  const n = useNormTexts();
  const styles = useLineStyles();
  /** Index of the entry that is being changed; one behind the last for a new one. */
  const [edited, setEdited] = useState<number | null>(null);
  const line = useRef<HTMLDivElement>(null);
  const entries = normsAt(draft.pack, place);
  /** The form goes with its focus: the line takes it, so that nobody is thrown to the top of the page. */
  const leave = (): void => {
    setEdited(null);
    line.current?.focus();
  };
  const what = n(`norm.${place.name}`);
  const keep = (next: readonly NormEntry[]): void => {
    draft.change(withNorms(draft.own, place, next));
    leave();
  };
  const editor = (index: number) => (
    <NormEditor
      place={place}
      entry={entries[index] ?? null}
      onApply={(entry) => keep(index < entries.length ? entries.with(index, entry) : [...entries, entry])}
      onRemove={index < entries.length ? () => keep(entries.filter((_, at) => at !== index)) : null}
      onCancel={leave}
    />
  );
  const isOwn = isOwnNorm(draft.own, place);
  const asBase = isOwn ? (
    <Button
      size="small"
      aria-label={n('as-base.name', { what })}
      onClick={() => draft.change(withBaseNorm(draft.own, place))}
    >
      {n('as-base')}
    </Button>
  ) : null;
  return (
    <div className={styles.line} ref={line} tabIndex={-1}>
      <div className={styles.head}>
        <Text weight="semibold">{what}</Text>
        {isOwn ? <Badge appearance="tint">{n('own')}</Badge> : null}
      </div>
      {entries.length === 0 && edited === null ? <NotSet what={what} onSet={() => setEdited(0)} /> : null}
      {entries.map((entry, index) =>
        edited === index ? (
          <div key={`${entry.validFrom} ${entry.validTo}`}>{editor(index)}</div>
        ) : (
          <div key={`${entry.validFrom} ${entry.validTo}`}>
            <Text block className={styles.words}>
              {n(`value.${place.name}`, { n: numberOf(entry, place), per: 'per' in entry ? entry.per : '' })}
            </Text>
            <NormFacts {...entry} />
            <div className={styles.actions}>
              <Button size="small" aria-label={n('edit.name', { what })} onClick={() => setEdited(index)}>
                {n('edit')}
              </Button>
              {edited === null && index === entries.length - 1 ? (
                <>
                  <Button size="small" onClick={() => setEdited(entries.length)}>
                    {n('add-dated')}
                  </Button>
                  {asBase}
                </>
              ) : null}
            </div>
          </div>
        ),
      )}
      {edited === entries.length ? editor(entries.length) : null}
      {entries.length === 0 || edited !== null ? <div className={styles.actions}>{asBase}</div> : null}
    </div>
  );
}

function NotSet({ what, onSet }: { readonly what: string; readonly onSet: () => void }) {
  const n = useNormTexts();
  const styles = useLineStyles();
  return (
    <div className={styles.head}>
      <Text className={styles.quiet}>{n('not-set')}</Text>
      <Button size="small" aria-label={n('set.name', { what })} onClick={onSet}>
        {n('set')}
      </Button>
    </div>
  );
}
