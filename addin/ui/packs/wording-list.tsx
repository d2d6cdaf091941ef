import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { CODE_LISTS } from '../../../shared/domain/fields.ts';
import type { CodeListName } from '../../../shared/domain/fields.ts';
import { OPEN_LISTS } from '../../../shared/packs/own-pack.ts';
import { ownEntries } from '../../engine/pack-edits.ts';
import { ChoiceField } from './editor-form.tsx';
import { OwnEntryForm } from './own-entry-form.tsx';
import type { PackDraft } from './use-pack-draft.ts';
import { useNormTexts } from './use-norm-texts.ts';
import { WordingLine } from './wording-line.tsx';

const useStyles = makeStyles({
  entries: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** The code lists: what each code is called, which wordings mean it, the region's own wordings and entries. */
export function WordingList({ draft }: { readonly draft: PackDraft }) {
  const n = useNormTexts();
  const styles = useStyles();
  const [list, setList] = useState<CodeListName>('levels');
  const open = OPEN_LISTS.find((one) => one === list);
  const lists = CODE_LISTS.filter((one) => draft.base.codes[one].length > 0);
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
          <WordingLine key={`${list} ${entry.code}`} draft={draft} list={list} entry={entry} isOwn={false} />
        ))}
        {ownEntries(draft.own, list).map((entry) => (
          <WordingLine key={`${list} ${entry.code}`} draft={draft} list={list} entry={entry} isOwn />
        ))}
      </ul>
      {open ? <OwnEntryForm key={open} draft={draft} list={open} /> : null}
    </>
  );
}
