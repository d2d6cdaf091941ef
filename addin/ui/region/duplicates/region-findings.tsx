import { Text } from '@fluentui/react-components';
import { useCallback } from 'react';
import type { SkipReason } from '../../../../shared/domain/finding.ts';
import { shortKey } from '../../../../shared/reports/register-records.ts';
import { showDate } from '../../../../shared/text/format.ts';
import { packById } from '../../../../shared/packs/packs.ts';
import type { RegionCheck } from '../../../../shared/sync/duplicate-wire.ts';
import { regionHint, regionMessage, regionTitle } from '../../../../shared/text/region-rule-texts.ts';
import { skippedText } from '../../../../shared/text/rule-texts.ts';
import type { Connection } from '../../../engine/sync-contract.ts';
import { useTexts } from '../../language.tsx';
import { Sentence } from '../../parts/sentence.tsx';
import { Working } from '../../parts/working.tsx';
import { SendingError } from '../../sending/sending-error.tsx';
import { useAnswer } from '../use-answer.ts';
import { useDuplicatesClient, useDuplicateTexts } from './use-duplicates.ts';
import { useDuplicateStyles } from './use-duplicate-styles.ts';
import { useOpenedNames } from './use-opened-names.ts';

type Finding = RegionCheck['findings'][number];
type Entry = RegionCheck['ledger'][number];

/** «Проверка по всем районам»: each rule with what it looked at, what it found, and what it could not judge and why. */
export function RegionFindings({ connection }: { readonly connection: Connection }) {
  const d = useDuplicateTexts();
  const { language } = useTexts();
  const styles = useDuplicateStyles();
  const client = useDuplicatesClient(connection);
  const ask = useCallback(() => client.check(), [client]);
  const { outcome } = useAnswer(ask);
  const known = outcome?.ok ? outcome.value : null;
  return (
    <section className={styles.part} aria-label={d('check.title')}>
      {outcome && !outcome.ok ? <SendingError error={outcome.error} /> : null}
      {outcome === null ? <Working /> : null}
      {known ? (
        <Text className={styles.quiet}>
          {d('check.pack', {
            day: showDate(known.asOf),
            pack: packById(known.pack.id)?.title[language] ?? known.pack.id,
            version: known.pack.version,
          })}
        </Text>
      ) : null}
      {known && known.silent.length > 0 ? (
        <Sentence intent="warning">
          {d('check.silent', { districts: known.silent.toSorted((a, b) => a.localeCompare(b, 'ru')).join(', ') })}
        </Sentence>
      ) : null}
      <ul className={styles.list}>
        {known?.ledger.map((entry) => (
          <RuleItem
            key={entry.rule}
            entry={entry}
            findings={known.findings.filter(({ rule }) => rule === entry.rule)}
          />
        ))}
      </ul>
    </section>
  );
}

function RuleItem({ entry, findings }: { readonly entry: Entry; readonly findings: readonly Finding[] }) {
  const d = useDuplicateTexts();
  const { language } = useTexts();
  const styles = useDuplicateStyles();
  const { rule, looked, skipped } = entry;
  const what = d(WHAT[rule]);
  return (
    <li className={styles.item} aria-label={regionTitle(rule, language)}>
      <Text weight="semibold">{regionTitle(rule, language)}</Text>
      <Text>{d('check.rule', { what, looked, findings: entry.findings })}</Text>
      {skipped.map((one) => (
        <Text key={`${one.reason} ${one.detail}`} size={200}>
          {d('check.skipped')}: <SkippedWords rule={rule} skipped={one} />
        </Text>
      ))}
      {findings.length > 0 ? (
        <details>
          <summary>{d('check.all', { count: entry.findings })}</summary>
          <Text block size={200} className={styles.quiet}>
            {regionHint(rule, language)}
          </Text>
          <ul className={styles.plain}>
            {findings.map((finding) => (
              <FindingLine
                key={`${finding.district.id} ${finding.row} ${finding.curator} ${finding.params['levelRu']}`}
                finding={finding}
              />
            ))}
          </ul>
          {findings.length < entry.findings ? (
            <Text size={200}>{d('check.first', { shown: findings.length, total: entry.findings })}</Text>
          ) : null}
        </details>
      ) : null}
    </li>
  );
}

const WHAT = {
  'region/family-in-two-districts': 'check.looked.family-in-two-districts',
  'region/transfer-unmatched': 'check.looked.transfer-unmatched',
  'region/specialist-load': 'check.looked.specialist-load',
} as const;

function SkippedWords({ rule, skipped }: { readonly rule: string; readonly skipped: Entry['skipped'][number] }) {
  const d = useDuplicateTexts();
  const { language } = useTexts();
  const { detail, rows } = skipped;
  if (detail === 'fingerprint') return d('check.skipped.fingerprint', { rows });
  if (detail === 'crowded') return d('check.skipped.crowded', { rows });
  if (detail === 'region-key') return d('check.skipped.region-key', { rows });
  // The server answers with reasons of the closed list.
  return skippedText({ rule, reason: skipped.reason as SkipReason, detail, rows }, language);
}

function FindingLine({ finding }: { readonly finding: Finding }) {
  const d = useDuplicateTexts();
  const { language } = useTexts();
  const { district, row, curator, sealed, params, rule } = finding;
  const [opened] = useOpenedNames([sealed && { ...sealed, district: district.id }]);
  const nameless =
    curator === null ? d('side.nameless', { row: row ?? '' }) : d('check.curator', { curator: shortKey(curator) });
  const message = regionMessage({ rule, params }, language);
  return <li>{d('check.finding', { district: district.title, name: opened ?? nameless, message })}</li>;
}
