import { Button, Text } from '@fluentui/react-components';
import { useTexts } from '../language.tsx';
import { useSession, useSessionState } from '../session-access.tsx';

/** What a screen says that has nothing to show before a check, and the check itself: nobody has to look for it. */
export function RunCheck({ why }: { readonly why: string }) {
  const { t } = useTexts();
  const session = useSession();
  const isWorking = useSessionState(({ work }) => work !== null);
  return (
    <>
      <Text>{why}</Text>
      <div>
        <Button appearance="primary" disabledFocusable={isWorking} onClick={() => void session.check()}>
          {t('check.run')}
        </Button>
      </div>
    </>
  );
}
