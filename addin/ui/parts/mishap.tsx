import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Component } from 'react';
import type { ReactNode } from 'react';
import { useTexts } from '../language.tsx';
import { isNotFetched } from './not-fetched.ts';
import { Sentence } from './sentence.tsx';

const useStyles = makeStyles({ place: { padding: tokens.spacingHorizontalM, minWidth: 0 } });

type Failure = 'not-fetched' | 'failed';

interface MishapProps {
  readonly children: ReactNode;
  /** What to do besides drawing the part again. */
  readonly onRetry?: () => void;
}

/**
 * Catches the failure of a part and says so in its place; the parts around it go on, so that work in an open workbook
 * can still be saved. React offers this to classes only.
 */
export class Mishap extends Component<MishapProps, { readonly failure: Failure | null }> {
  override state: { readonly failure: Failure | null } = { failure: null };

  static getDerivedStateFromError(error: unknown): { readonly failure: Failure } {
    return { failure: isNotFetched(error) ? 'not-fetched' : 'failed' };
  }

  override render(): ReactNode {
    const { children, onRetry } = this.props;
    const { failure } = this.state;
    if (failure === null) return children;
    const retry = (): void => {
      onRetry?.();
      this.setState({ failure: null });
    };
    return <MishapText failure={failure} onRetry={retry} />;
  }
}

interface MishapTextProps {
  readonly failure: Failure;
  readonly onRetry: () => void;
}

function MishapText({ failure, onRetry }: MishapTextProps) {
  const { t } = useTexts();
  const styles = useStyles();
  return (
    <div className={styles.place} role="alert">
      <Sentence
        intent={failure === 'failed' ? 'error' : 'warning'}
        actions={
          <Button size="small" onClick={onRetry}>
            {t('app.retry')}
          </Button>
        }
      >
        {t(failure === 'failed' ? 'app.part-failed' : 'app.not-fetched')}
      </Sentence>
    </div>
  );
}
