import { Component } from 'react';
import type { ReactNode } from 'react';
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useTexts } from '../language.tsx';

/** Catches a component's failure and says so in a sentence. React offers this to classes only. */
export class Mishap extends Component<{ readonly children: ReactNode }, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <MishapText /> : this.props.children;
  }
}

function MishapText() {
  const { t } = useTexts();
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>{t('app.unexpected')}</MessageBarBody>
    </MessageBar>
  );
}
