import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Run } from '../../engine/session-state.ts';
import { useTexts } from '../language.tsx';
import { useSessionState } from '../session-access.tsx';
import { ProtocolActions } from './protocol-actions.tsx';
import { ProtocolFacts } from './protocol-facts.tsx';
import { ProtocolFindings } from './protocol-findings.tsx';
import { ProtocolRules } from './protocol-rules.tsx';
import { useProtocol } from './use-protocol.ts';

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
    '@media print': { overflow: 'visible', padding: 0, display: 'block' },
  },
});

/** «Протокол проверки»: each rule with the rows it looked at, its findings, or why it could not run. Prints on A4. */
export default function ProtocolScreen() {
  const { t } = useTexts();
  const styles = useStyles();
  const run = useSessionState((state) => state.run);
  return <div className={styles.screen}>{run ? <RunProtocol run={run} /> : <Text>{t('protocol.intro')}</Text>}</div>;
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
