import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useTexts } from '../language.tsx';

/**
 * The library gives a bar a least height of its own. In a grid that is longer than its screen a row then takes no more
 * than that, and the buttons stand below the bar.
 */
const useStyles = makeStyles({ bar: { minHeight: 'auto' } });

interface SentenceProps {
  readonly intent: 'info' | 'success' | 'warning' | 'error';
  readonly children: ReactNode;
  /** Buttons that answer the sentence. */
  readonly actions?: ReactNode;
  readonly onDismiss?: () => void;
}

/** One clear sentence to the person, with what can be done about it. Long sentences wrap. */
export function Sentence({ intent, children, actions, onDismiss }: SentenceProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const dismiss = onDismiss ? (
    <Button
      appearance="transparent"
      size="small"
      icon={<DismissRegular />}
      aria-label={t('app.dismiss')}
      onClick={onDismiss}
    />
  ) : undefined;
  return (
    <MessageBar className={styles.bar} intent={intent} layout="multiline">
      <MessageBarBody>{children}</MessageBarBody>
      {actions || dismiss ? (
        <MessageBarActions {...(dismiss ? { containerAction: dismiss } : {})}>{actions}</MessageBarActions>
      ) : null}
    </MessageBar>
  );
}
