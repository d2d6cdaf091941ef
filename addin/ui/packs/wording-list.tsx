import { Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { CodeEntry } from '../../../shared/packs/pack.ts';
import type { CodeListName } from '../../engine/pack-edits.ts';
import { ownWordings, withWordings } from '../../engine/pack-edits.ts';
import { useTexts } from '../language.tsx';
import { ChoiceField } from './editor-form.tsx';
import type { PackDraft } from './use-pack-draft.ts';
import { useNormTexts } from './use-norm-texts.ts';

const LISTS = [
  'levels',
  'categories',
  'signs',
  'sources',
  'forms',
  'applicantKinds',
  'decisions',
  'results',
  'helpKinds',
  'organisations',
] as const satisfies readonly CodeListName[];

const useStyles = makeStyles({
  entries: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
  entry: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXXS },
  words: { overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  control: { minWidth: 0, width: '100%' },
});

/** The code lists: what each code is called, which wordings mean it, and the region's own wordings. */
export function WordingList({ draft }: { readonly draft: PackDraft }) {
  const n = useNormTexts();
  const styles = useStyles();
  const [list, setList] = useState<CodeListName>('levels');
  const lists = LISTS.filter((one) => draft.base.codes[one].length > 0);
  return (
    <>
      <Text size={200} className={styles.quiet}>
        {n('codes.lead')}
      </Text>
      <ChoiceField
        label={n('codes.which')}
        value={list}
        options={lists.map((one) => ({ value: one, text: n(`codes.${one}`) }))}
        onChange={setList}
      />
      <ul className={styles.entries}>
        {draft.base.codes[list].map((entry) => (
          <WordingLine key={`${list} ${entry.code}`} draft={draft} list={list} entry={entry} />
        ))}
      </ul>
    </>
  );
}

interface WordingLineProps {
  readonly draft: PackDraft;
  readonly list: CodeListName;
  readonly entry: CodeEntry;
}

function WordingLine({ draft, list, entry }: WordingLineProps) {
  const n = useNormTexts();
  const { language } = useTexts();
  const styles = useStyles();
  const own = ownWordings(draft.own, list, entry.code);
  const [typed, setTyped] = useState<string | null>(null);
  const title = entry.title[language];
  const keep = (): void => {
    if (typed === null) return;
    const words = typed.split(';').map((word) => word.trim());
    const fresh = [...new Set(words.filter((word) => word !== ''))];
    setTyped(null);
    if (fresh.join(';') !== own.join(';')) draft.change(withWordings(draft.own, list, entry.code, fresh));
  };
  return (
    <li className={styles.entry}>
      <Text weight="semibold" className={styles.words}>
        {title}
      </Text>
      {entry.aliases.length > 0 ? (
        <Text size={200} className={styles.quiet}>
          {n('codes.known', { words: entry.aliases.join('; ') })}
        </Text>
      ) : null}
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
    </li>
  );
}
