import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { LedgerEntry } from '../../../shared/domain/finding.ts';
import { rowsText, ruleTitle, skippedText } from '../../../shared/text/rule-texts.ts';
import { useTexts } from '../language.tsx';
import { FoldHeading, useFold } from '../parts/fold.tsx';
import { countNotJudged, notJudgedByReason } from './not-judged.ts';

const useStyles = makeStyles({
  heading: { fontWeight: tokens.fontWeightSemibold },
  open: { maxHeight: '45vh', overflowY: 'auto' },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** «Не проверено: N»: every reason with the rules that it stopped. Nothing is judged in silence. */
export default function SkippedList({ ledger }: { readonly ledger: readonly LedgerEntry[] }) {
  const { t, language } = useTexts();
  const styles = useStyles();
  const fold = useFold();
  const rules = countNotJudged(ledger);
  if (rules === 0) return null;
  return (
    <section>
      <FoldHeading fold={fold} size="small" className={styles.heading}>
        {t('skipped.title', { count: rules })}
      </FoldHeading>
      {/* The keyboard scrolls what the keyboard can reach. */}
      <div
        id={fold.id}
        hidden={!fold.isOpen}
        className={styles.open}
        role="region"
        aria-label={t('skipped.title', { count: rules })}
        tabIndex={0}
      >
        <Text size={200} className={styles.quiet}>
          {t('skipped.lead')}
        </Text>
        <ul className={styles.list}>
          {notJudgedByReason(ledger).map(({ reason, rules: stopped }) => (
            <li key={`${reason.reason} ${reason.detail}`}>
              <Text size={200} weight="semibold">
                {skippedText(reason, language)}
              </Text>
              <Text block size={200}>
                {stopped
                  .map(
                    ({ rule, rows }) => ruleTitle(rule, language) + (rows > 0 ? ` (${rowsText(rows, language)})` : ''),
                  )
                  .join(' · ')}
              </Text>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
