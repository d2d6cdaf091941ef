import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import type { LedgerEntry } from '../../../shared/domain/finding.ts';
import { ruleTitle, skippedText } from '../../../shared/text/rule-texts.ts';
import { useTexts } from '../language.tsx';
import { notJudged } from './not-judged.ts';

const useStyles = makeStyles({
  heading: { paddingLeft: 0, paddingRight: 0, justifyContent: 'flex-start', fontWeight: tokens.fontWeightSemibold },
  open: { maxHeight: '45vh', overflowY: 'auto' },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** «Не проверено: N»: every rule that was not judged, with the reason. Nothing is judged in silence. */
export default function SkippedList({ ledger }: { readonly ledger: readonly LedgerEntry[] }) {
  const { t, language } = useTexts();
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  const listId = useId();
  const rules = notJudged(ledger);
  if (rules.length === 0) return null;
  return (
    <section>
      <Button
        appearance="transparent"
        size="small"
        className={styles.heading}
        icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={isOpen}
        aria-controls={listId}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t('skipped.title', { count: rules.length })}
      </Button>
      <div id={listId} hidden={!isOpen} className={styles.open}>
        <Text size={200} className={styles.quiet}>
          {t('skipped.lead')}
        </Text>
        <ul className={styles.list}>
          {rules.map(({ rule, reasons }) => (
            <li key={rule}>
              <Text size={200} weight="semibold">
                {ruleTitle(rule, language)}
              </Text>
              {reasons.map((skipped) => (
                <Text key={`${skipped.reason} ${skipped.detail}`} block size={200}>
                  {skippedText(skipped, language)}
                </Text>
              ))}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
