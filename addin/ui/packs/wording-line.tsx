import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { CodeEntry } from '../../../shared/packs/pack.ts';
import { shownWordings } from '../../../shared/packs/wording.ts';
import type { CodeListName } from '../../../shared/domain/fields.ts';
import { goneWordings, ownWordings, withoutOwnEntry, withoutWordings, withWordings } from '../../engine/pack-edits.ts';
import { useTexts } from '../language.tsx';
import type { PackDraft } from './use-pack-draft.ts';
import { useNormTexts } from './use-norm-texts.ts';

const useStyles = makeStyles({
  entry: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXXS },
  words: { overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  control: { minWidth: 0, width: '100%' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

export interface WordingLineProps {
  readonly draft: PackDraft;
  readonly list: CodeListName;
  readonly entry: CodeEntry;
  /** The region added the whole entry. */
  readonly isOwn: boolean;
}

/** One entry of a list: the words that mean it, those that the region took from it, and the region's own. */
export function WordingLine({ draft, list, entry, isOwn }: WordingLineProps) {
  const n = useNormTexts();
  const { language } = useTexts();
  const styles = useStyles();
  const title = entry.title[language];
  return (
    <li className={styles.entry}>
      <Text weight="semibold" className={styles.words}>
        {title}
      </Text>
      {isOwn ? (
        <>
          {entry.source ? (
            <Text size={200} className={styles.quiet}>
              {n('codes.from', { source: entry.source.text[language] })}
            </Text>
          ) : null}
          <div className={styles.buttons}>
            <Button
              size="small"
              aria-label={n('codes.drop.name', { title })}
              onClick={() => draft.change(withoutOwnEntry(draft.own, list, entry.code))}
            >
              {n('codes.drop')}
            </Button>
          </div>
        </>
      ) : (
        <KnownWords draft={draft} list={list} entry={entry} title={title} />
      )}
      <OwnWords draft={draft} list={list} entry={entry} title={title} />
    </li>
  );
}

type WordsProps = Omit<WordingLineProps, 'isOwn'> & { readonly title: string };

/** The words of the base, each of which can be taken away and brought back. */
function KnownWords({ draft, list, entry, title }: WordsProps) {
  const n = useNormTexts();
  const styles = useStyles();
  const [isChanging, setIsChanging] = useState(false);
  const gone = goneWordings(draft.own, list, entry.code);
  const known = shownWordings(entry.title.ru, entry.aliases).filter((word) => !gone.includes(word));
  const set = (words: readonly string[]): void => draft.change(withoutWordings(draft.own, list, entry.code, words));
  return (
    <>
      {known.length > 0 && !isChanging ? (
        <Text size={200} className={styles.quiet}>
          {n('codes.known', { words: known.join('; ') })}
        </Text>
      ) : null}
      {entry.aliases.length > 0 ? (
        <div className={styles.buttons}>
          <Button
            size="small"
            aria-expanded={isChanging}
            aria-label={n('codes.change.name', { title })}
            onClick={() => setIsChanging(!isChanging)}
          >
            {n(isChanging ? 'codes.done' : 'codes.change')}
          </Button>
          {isChanging
            ? known.map((word) => (
                <Button key={word} size="small" onClick={() => set([...gone, word])}>
                  {n('codes.take', { word })}
                </Button>
              ))
            : null}
        </div>
      ) : null}
      {gone.length > 0 ? (
        <div className={styles.buttons}>
          <Text size={200} className={styles.quiet}>
            {n('codes.gone')}
          </Text>
          {gone.map((word) => (
            <Button key={word} size="small" onClick={() => set(gone.filter((one) => one !== word))}>
              {n('codes.back', { word })}
            </Button>
          ))}
        </div>
      ) : null}
    </>
  );
}

function OwnWords({ draft, list, entry, title }: WordsProps) {
  const n = useNormTexts();
  const styles = useStyles();
  const own = ownWordings(draft.own, list, entry.code);
  const [typed, setTyped] = useState<string | null>(null);
  const keep = (): void => {
    if (typed === null) return;
    const words = typed.split(';').map((word) => word.trim());
    const fresh = [...new Set(words.filter((word) => word !== ''))];
    setTyped(null);
    if (fresh.join(';') !== own.join(';')) draft.change(withWordings(draft.own, list, entry.code, fresh));
  };
  return (
    <Field label={n('codes.own')}>
      <Input
        className={styles.control}
        aria-label={n('codes.own.name', { title })}
        size="small"
        value={typed ?? own.join('; ')}
        onChange={(_event, { value }) => setTyped(value)}
        onBlur={keep}
        onKeyDown={({ key }) => (key === 'Enter' ? keep() : undefined)}
      />
    </Field>
  );
}
