import { makeStyles, tokens } from '@fluentui/react-components';
import type { Screen } from '../pane/pane-tabs.tsx';
import { Connect } from './connect.tsx';
import { Connected } from './connected.tsx';
import { Conflicts } from './conflicts.tsx';
import { SendingError } from './sending-error.tsx';
import { SendOutcomeText } from './send-outcome.tsx';
import { SendPlanText } from './send-plan.tsx';
import { useSendingState } from './sending-access.tsx';

const useStyles = makeStyles({
  screen: {
    flex: 1,
    minHeight: 0,
    overflowY: 'scroll',
    padding: tokens.spacingHorizontalM,
    display: 'grid',
    alignContent: 'start',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
  },
});

/** «Отправка»: sign in, see what will leave the workbook, send, see what came of it. */
export default function SendingScreen({ onOpen }: { readonly onOpen: (screen: Screen) => void }) {
  const styles = useStyles();
  const { connection, plan, outcome, error } = useSendingState();
  return (
    <div className={styles.screen}>
      {error ? <SendingError error={error} /> : null}
      {connection ? <Connected connection={connection} onOpen={onOpen} /> : <Connect />}
      {plan ? <SendPlanText plan={plan} /> : null}
      {outcome ? <SendOutcomeText outcome={outcome} /> : null}
      {outcome && outcome.conflicts.length > 0 ? <Conflicts conflicts={outcome.conflicts} /> : null}
    </div>
  );
}
