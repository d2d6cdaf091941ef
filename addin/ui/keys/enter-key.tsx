import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { FileButton } from '../parts/file-button.tsx';
import { useSendingTexts } from '../sending/use-sending-texts.ts';
import { paneKeyring } from './pane-keyring.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXS, width: '100%' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** A key file has a few hundred bytes. */
const MOST_BYTES = 10_000;

/** A key that somebody has handed on: typed as a phrase, or taken from a file. */
export function EnterKey() {
  const s = useSendingTexts();
  const styles = useStyles();
  const [typed, setTyped] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const take = async (text: string): Promise<void> => {
    const isKey = await paneKeyring().enter(text);
    setIsWrong(!isKey);
    if (isKey) setTyped('');
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void take(typed);
  };
  const load = async (chosen: File): Promise<void> => {
    await take(chosen.size > MOST_BYTES ? '' : await chosen.text().catch(() => ''));
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field label={s('key.enter')} {...(isWrong ? { validationMessage: s('key.wrong') } : {})}>
        <Input
          value={typed}
          autoComplete="off"
          spellCheck={false}
          onChange={(_event, { value }) => {
            setTyped(value);
            setIsWrong(false);
          }}
        />
      </Field>
      <div className={styles.actions}>
        <Button size="small" type="submit" disabled={typed.trim() === ''}>
          {s('key.enter.do')}
        </Button>
        <FileButton
          size="small"
          accept=".json,.txt,application/json,text/plain"
          onFiles={([chosen]) => void load(chosen)}
        >
          {s('key.file')}
        </FileButton>
      </div>
    </form>
  );
}
