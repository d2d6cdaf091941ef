import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { OwnPackOutcome } from '../../../shared/packs/own-pack.ts';
import { ownPackText } from '../../../shared/packs/own-pack.ts';
import { ownPackFaultText } from '../../../shared/reports/pack-problem-texts.ts';
import { download } from '../file-mode/download.ts';
import { useTexts } from '../language.tsx';
import { FileButton } from '../parts/file-button.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { useSession, useSessionState } from '../session-access.tsx';
import { OWN_PACK_FILES, readOwnPack } from './read-own-pack.ts';
import type { PackDraft } from './use-pack-draft.ts';
import { useNormTexts } from './use-norm-texts.ts';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** What happened, and not in which words: the language may change. */
type Said = 'loaded' | 'copied' | 'copy-failed' | Extract<OwnPackOutcome, { ok: false }>;

/** Norms to a file and from a file, and the way back to the pack they were made from. */
export function PackFile({ draft }: { readonly draft: PackDraft }) {
  const n = useNormTexts();
  const { language } = useTexts();
  const styles = useStyles();
  const { workbook } = useSession();
  const [said, setSaid] = useState<Said | null>(null);
  const text = ownPackText(draft.own);
  const load = async (file: File): Promise<void> => {
    const outcome = await readOwnPack(file);
    if (outcome.ok) draft.change(outcome.own);
    setSaid(outcome.ok ? 'loaded' : outcome);
  };
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setSaid('copied'),
      () => setSaid('copy-failed'),
    );
  };
  const name = n('file.name', { title: draft.own.title }).replace(/[\\/:*?"<>|]+/g, ' ');
  return (
    <>
      <div className={styles.actions}>
        {workbook.kind === 'file' ? (
          <Button size="small" onClick={() => download(`${name}.json`, text, 'application/json')}>
            {n('file.save')}
          </Button>
        ) : (
          <Button size="small" onClick={copy}>
            {n('file.copy')}
          </Button>
        )}
        <FileButton size="small" accept={OWN_PACK_FILES} onFiles={([file]) => void load(file)}>
          {n('file.load')}
        </FileButton>
      </div>
      <div role="status">
        {said ? (
          <Sentence
            intent={said === 'loaded' || said === 'copied' ? 'success' : 'error'}
            onDismiss={() => setSaid(null)}
          >
            {typeof said === 'string' ? n(`file.${said}`) : ownPackFaultText(said, language)}
          </Sentence>
        ) : null}
      </div>
      <GiveUpOwn />
    </>
  );
}

/** «Вернуть нормы набора», asked once: the own norms leave the workbook. */
function GiveUpOwn() {
  const n = useNormTexts();
  const session = useSession();
  const hasOwn = useSessionState((state) => state.remembered.ownPack !== null || state.ownPack !== null);
  const [isAsked, setIsAsked] = useState(false);
  if (!hasOwn) return null;
  const giveUp = (): void => {
    setIsAsked(false);
    void session.dropPack();
  };
  if (!isAsked) {
    return (
      <div>
        <Button size="small" onClick={() => setIsAsked(true)}>
          {n('drop-own')}
        </Button>
      </div>
    );
  }
  return (
    <Sentence
      intent="warning"
      actions={
        <>
          <Button size="small" onClick={giveUp}>
            {n('drop-own.yes')}
          </Button>
          <Button size="small" onClick={() => setIsAsked(false)}>
            {n('cancel')}
          </Button>
        </>
      }
    >
      {n('drop-own.ask')}
    </Sentence>
  );
}
