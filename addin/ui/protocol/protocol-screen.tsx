import { makeStyles } from '@fluentui/react-components';
import type { Run } from '../../engine/session-state.ts';
import { useTexts } from '../language.tsx';
import { RunCheck } from '../parts/run-check.tsx';
import { ScreenFrame } from '../parts/screen-frame.tsx';
import { useSessionState } from '../session-access.tsx';
import { ProtocolActions } from './protocol-actions.tsx';
import { ProtocolFacts } from './protocol-facts.tsx';
import { ProtocolFindings } from './protocol-findings.tsx';
import { ProtocolRules } from './protocol-rules.tsx';
import { useProtocol } from './use-protocol.ts';

const useStyles = makeStyles({
  screen: { '@media print': { overflow: 'visible', padding: 0, display: 'block' } },
});

/** «Протокол проверки»: each rule with the rows it looked at, its findings, or why it could not run. Prints on A4. */
export default function ProtocolScreen() {
  const { t } = useTexts();
  const styles = useStyles();
  const run = useSessionState((state) => state.run);
  return (
    <ScreenFrame className={styles.screen}>
      {run ? <RunProtocol run={run} /> : <RunCheck why={t('protocol.intro')} />}
    </ScreenFrame>
  );
}

function RunProtocol({ run }: { readonly run: Run }) {
  const protocol = useProtocol(run);
  if (!protocol) return null;
  return (
    <>
      <ProtocolActions run={run} protocol={protocol} />
      <ProtocolFacts input={protocol.input} />
      <ProtocolRules run={run} />
      <ProtocolFindings input={protocol.input} />
    </>
  );
}
