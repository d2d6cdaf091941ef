import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { OwnPackOutcome } from '../../../shared/packs/own-pack.ts';
import { ownPackFaultText } from '../../../shared/reports/pack-problem-texts.ts';
import { ruleTitle } from '../../../shared/text/rule-texts.ts';
import type { PackTrial } from '../../engine/pack-trial.ts';
import { useTexts } from '../language.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { useSession, useSessionState } from '../session-access.tsx';
import type { PackDraft } from './use-pack-draft.ts';
import { useNormTexts } from './use-norm-texts.ts';

/** Rules named one by one; the counts above speak for the rest. */
const RULES_SHOWN = 6;

const useStyles = makeStyles({
  bar: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXS,
    maxHeight: '55%',
    overflowY: 'auto',
    flexShrink: 0,
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  rules: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

/** What the changes come to, and the two ways out: keep them or let them go. Always in sight while there are any. */
export function DraftBar({ draft, outcome }: { readonly draft: PackDraft; readonly outcome: OwnPackOutcome }) {
  const n = useNormTexts();
  const { language } = useTexts();
  const styles = useStyles();
  const session = useSession();
  const hasRun = useSessionState((state) => state.run !== null);
  const save = (): void => {
    void session.keepPack(draft.own);
  };
  return (
    <section className={styles.bar} aria-label={n('draft.title')}>
      <Text weight="semibold">{n('draft.title')}</Text>
      <div role="status">
        {outcome.ok ? (
          <Trial outcome={outcome} />
        ) : (
          <Sentence intent="error">{ownPackFaultText(outcome, language)}</Sentence>
        )}
      </div>
      <Field label={n('draft.name')}>
        <Input
          size="small"
          value={draft.own.title}
          maxLength={200}
          onChange={(_event, { value }) => draft.change({ ...draft.own, title: value })}
        />
      </Field>
      <div className={styles.actions}>
        <Button appearance="primary" disabled={!outcome.ok || draft.own.title.trim() === ''} onClick={save}>
          {n(hasRun ? 'draft.save' : 'draft.save.plain')}
        </Button>
        <Button onClick={() => session.draftPack(null)}>{n('draft.drop')}</Button>
      </div>
    </section>
  );
}

type TrialState = 'working' | 'first' | PackTrial;

/** A dry run by the changed norms. Judged by what they say: a new name tries nothing anew. */
function useTrial({ own, pack }: Extract<OwnPackOutcome, { ok: true }>): TrialState {
  const session = useSession();
  const run = useSessionState((state) => state.run);
  const [trial, setTrial] = useState<TrialState>('working');
  const said = JSON.stringify(own.differences);
  useEffect(() => {
    let isCurrent = true;
    setTrial(run ? 'working' : 'first');
    void session.tryPack(pack).then((next) => {
      if (isCurrent) setTrial(next ?? 'first');
    });
    return () => {
      isCurrent = false;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `said` stands for the pack
  }, [session, run, said]);
  return trial;
}

function Trial({ outcome }: { readonly outcome: Extract<OwnPackOutcome, { ok: true }> }) {
  const n = useNormTexts();
  const styles = useStyles();
  const { language } = useTexts();
  const trial = useTrial(outcome);
  if (trial === 'working' || trial === 'first') return <Text size={200}>{n(`trial.${trial}`)}</Text>;
  const { added, removed, regraded, rules, judgedNow, judgedNoLonger } = trial;
  const names = (list: readonly string[]): string => list.map((rule) => ruleTitle(rule, language)).join('; ');
  const isSame = added + removed + regraded === 0;
  return (
    <>
      <Text block>{isSame ? n('trial.none') : n('trial.counts', { added, removed })}</Text>
      {regraded > 0 ? <Text block>{n('trial.regraded', { count: regraded })}</Text> : null}
      {rules.length > 0 ? (
        <ul className={styles.rules}>
          {rules.slice(0, RULES_SHOWN).map((one) => (
            <li key={one.rule}>
              <Text size={200}>
                {n('trial.rule', { rule: ruleTitle(one.rule, language), change: `+${one.added}, −${one.removed}` })}
              </Text>
            </li>
          ))}
        </ul>
      ) : null}
      {judgedNow.length > 0 ? (
        <Text block size={200}>
          {n('trial.judged-now', { rules: names(judgedNow) })}
        </Text>
      ) : null}
      {judgedNoLonger.length > 0 ? (
        <Text block size={200}>
          {n('trial.judged-no-longer', { rules: names(judgedNoLonger) })}
        </Text>
      ) : null}
    </>
  );
}
