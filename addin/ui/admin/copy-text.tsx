import { Button, Input, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { MouseEvent } from 'react';
import { takeLostFocus } from '../parts/take-lost-focus.ts';
import { useAdminTexts } from './admin-access.tsx';
import { useAdminStyles } from './admin-styles.ts';

interface CopyTextProps {
  readonly label: string;
  readonly text: string;
}

/** A text to be taken away: selected by a click, copied by a button. */
export function CopyText({ label, text }: CopyTextProps) {
  const t = useAdminTexts();
  const styles = useAdminStyles();
  const [state, setState] = useState<'key.copy' | 'key.copied' | 'key.press'>('key.copy');
  const copy = ({ currentTarget }: MouseEvent): void => {
    currentTarget.parentElement?.querySelector('input')?.select();
    // Inside Excel the clipboard may be closed to pages: the text is then selected, for Ctrl+C.
    const written: Promise<void> = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    void written.then(
      () => setState('key.copied'),
      () => setState('key.press'),
    );
  };
  return (
    <div className={styles.row}>
      <Input
        readOnly
        aria-label={label}
        value={text}
        className={styles.code}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button ref={takeLostFocus} size="small" onClick={copy}>
        {t(state === 'key.copied' ? state : 'key.copy')}
      </Button>
      <Text role="status">{state === 'key.press' ? t(state) : ''}</Text>
    </div>
  );
}
