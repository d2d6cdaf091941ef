import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { a1, sheetA1 } from '../../../shared/domain/cell-address.ts';
import type { Finding } from '../../../shared/domain/finding.ts';
import { ruleHint } from '../../../shared/text/rule-texts.ts';
import { useTexts } from '../language.tsx';
import { CellLink } from '../parts/cell-link.tsx';
import { SmallLink } from '../parts/small-link.tsx';

/** Links to related cells; a curator over the norm may have hundreds. */
const RELATED_SHOWN = 12;

const useStyles = makeStyles({
  details: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    justifyItems: 'start',
    padding: tokens.spacingVerticalXXS,
    color: tokens.colorNeutralForeground2,
  },
  related: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** What stands behind a finding: what to do, the correction, the cells it has to do with, the rule's id when asked. */
export function FindingDetails({ finding, tabIndex }: { readonly finding: Finding; readonly tabIndex: number }) {
  const { t, language } = useTexts();
  const styles = useStyles();
  const [isIdShown, setIsIdShown] = useState(false);
  return (
    <div className={styles.details}>
      <Text size={200}>{ruleHint(finding.rule, language)}</Text>
      {finding.fix ? <Text size={200}>{t('finding.fix-to', { value: finding.fix.display })}</Text> : null}
      {finding.related.length > 0 ? (
        <div className={styles.related}>
          <Text size={200}>{t('finding.related')}:</Text>
          {finding.related.slice(0, RELATED_SHOWN).map((cell) => (
            <CellLink key={sheetA1(cell)} tabIndex={tabIndex} cell={cell}>
              {cell.sheet === finding.cell.sheet ? a1(cell.row, cell.column) : sheetA1(cell)}
            </CellLink>
          ))}
        </div>
      ) : null}
      {isIdShown ? (
        <Text size={200}>{t('finding.rule-id', { rule: finding.rule })}</Text>
      ) : (
        <SmallLink tabIndex={tabIndex} onClick={() => setIsIdShown(true)}>
          {t('app.details')}
        </SmallLink>
      )}
    </div>
  );
}
