import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { SHORTEST_WORD } from '../../engine/keyring.ts';
import type { SendingTextKey } from '../../../shared/text/sending-texts.ts';
import { useSendingTexts } from '../sending/use-sending-texts.ts';
import { paneKeyring } from './pane-keyring.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXS, width: '100%' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface KeepKeyProps {
  readonly hasKey: boolean;
  readonly isKept: boolean;
}

/** Keeping the key on this computer under a word, opening it again, and removing it. Only when the person asks. */
export function KeepKey({ hasKey, isKept }: KeepKeyProps) {
  const s = useSendingTexts();
  const styles = useStyles();
  const [word, setWord] = useState('');
  const [problem, setProblem] = useState<SendingTextKey | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const isDone = hasKey ? await paneKeyring().keep(word) : await paneKeyring().unlock(word);
    setProblem(isDone ? null : hasKey ? 'key.keep.refused' : 'key.unlock.wrong');
    if (isDone) setWord('');
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <Field
        label={s('key.word')}
        hint={s('key.word.hint', { count: SHORTEST_WORD })}
        {...(problem ? { validationMessage: s(problem) } : {})}
      >
        <Input type="password" autoComplete="off" value={word} onChange={(_event, { value }) => setWord(value)} />
      </Field>
      <div className={styles.actions}>
        <Button size="small" type="submit" disabled={word.trim().length < SHORTEST_WORD}>
          {s(hasKey ? 'key.keep' : 'key.unlock')}
        </Button>
        {isKept ? (
          <Button size="small" onClick={() => paneKeyring().forget()}>
            {s('key.forget')}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
