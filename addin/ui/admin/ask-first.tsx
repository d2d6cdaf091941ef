import { Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { useAdmin, useAdminTexts } from './admin-access.tsx';
import { escapeCloses } from '../parts/escape-closes.ts';
import { takeLostFocus } from '../parts/take-lost-focus.ts';
import { useAdminStyles } from './admin-styles.ts';

interface AskFirstProps {
  readonly label: string;
  /** The accessible name: which of many this button is about. */
  readonly name: string;
  readonly question: string;
  readonly onYes: () => void;
}

/** A button whose deed is asked about once, in its place. */
export function AskFirst({ label, name, question, onYes }: AskFirstProps) {
  const t = useAdminTexts();
  const styles = useAdminStyles();
  const { isBusy } = useAdmin();
  const [isAsking, setIsAsking] = useState(false);
  const [hasAsked, setHasAsked] = useState(false);
  if (!isAsking) {
    return (
      <Button
        ref={hasAsked ? takeLostFocus : null}
        size="small"
        aria-label={name}
        disabledFocusable={isBusy}
        onClick={() => {
          setIsAsking(true);
          setHasAsked(true);
        }}
      >
        {label}
      </Button>
    );
  }
  const keep = (): void => setIsAsking(false);
  const answer = (): void => {
    setIsAsking(false);
    onYes();
  };
  return (
    <div className={styles.row} role="group" aria-label={question} onKeyDown={escapeCloses(keep)}>
      <Text>{question}</Text>
      <Button size="small" appearance="primary" onClick={answer}>
        {t('yes')}
      </Button>
      <Button size="small" autoFocus onClick={keep}>
        {t('no')}
      </Button>
    </div>
  );
}
