import { Badge, Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { ReadingAccount } from '../../../shared/reading/reading.ts';
import { findingMessage, ruleTitle } from '../../../shared/text/rule-texts.ts';
import type { GroupBy } from '../../engine/finding-groups.ts';
import { useTexts } from '../language.tsx';
import { useSessionState } from '../session-access.tsx';
import { FindingDetails } from './finding-details.tsx';
import { findingPlace } from './finding-place.ts';
import type { ListRow } from './list-rows.ts';
import { SeveritySign } from './severity-sign.tsx';

const useStyles = makeStyles({
  line: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    paddingLeft: tokens.spacingHorizontalXL,
  },
  inside: { paddingLeft: tokens.spacingHorizontalXXXL },
  current: {
    backgroundColor: tokens.colorNeutralBackground3,
    boxShadow: `inset 3px 0 ${tokens.colorBrandStroke1}`,
    // Contrast themes know neither shadows nor shades.
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  main: {
    display: 'block',
    width: '100%',
    minWidth: 0,
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    padding: tokens.spacingVerticalXXS,
    color: tokens.colorNeutralForeground1,
    ':hover': { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorSubtleBackgroundHover },
    ':hover:active': { color: tokens.colorNeutralForeground1 },
  },
  head: { display: 'flex', gap: tokens.spacingHorizontalXS, alignItems: 'flex-start' },
  sign: { paddingTop: '2px' },
  subject: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
  place: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  message: { overflowWrap: 'anywhere' },
  // Until a finding is looked at, two lines of it are enough.
  brief: { display: '-webkit-box', WebkitLineClamp: '2', WebkitBoxOrient: 'vertical', overflow: 'hidden' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalXS,
    paddingTop: tokens.spacingVerticalXXS,
  },
});

interface FindingLineProps {
  readonly row: Extract<ListRow, { kind: 'finding' }>;
  readonly account: ReadingAccount;
  readonly by: GroupBy;
  readonly isActive: boolean;
  readonly isCurrent: boolean;
  /** False where the workbook takes no changes: what cannot be done is not offered. */
  readonly canFix: boolean;
  readonly onShow: () => void;
  readonly onFix: () => void;
  readonly onExplain: () => void;
}

/**
 * One finding: a click goes to its cell; «Исправить» mends it; the current one shows all that is known. Its head is the
 * family, or under the family's own name the rule.
 */
export function FindingLine({
  row,
  account,
  by,
  isActive,
  isCurrent,
  canFix,
  onShow,
  onFix,
  onExplain,
}: FindingLineProps) {
  const texts = useTexts();
  const styles = useStyles();
  const { finding, isInside } = row;
  const standing = useSessionState((state) => state.run?.comparison.standings.get(finding.identity));
  const tabIndex = isActive ? 0 : -1;
  const fix = canFix ? finding.fix : null;
  const place = findingPlace(finding, account, texts);
  const head = by === 'family' ? ruleTitle(finding.rule, texts.language) : (finding.subject ?? place);
  return (
    <div className={mergeClasses(styles.line, isInside && styles.inside, isCurrent && styles.current)}>
      <Button
        data-main
        appearance="transparent"
        className={styles.main}
        tabIndex={tabIndex}
        aria-current={isCurrent ? true : undefined}
        onClick={onShow}
      >
        <span className={styles.head}>
          <span className={styles.sign}>
            <SeveritySign severity={finding.severity} />
          </span>
          <Text weight="semibold" className={styles.subject}>
            {head}
          </Text>
          {standing === 'new' || standing === 'back' ? (
            <Badge size="small" appearance="tint" color="informative">
              {texts.t(`finding.standing.${standing}`)}
            </Badge>
          ) : null}
        </span>
        <Text block className={mergeClasses(styles.message, !isCurrent && styles.brief)}>
          {findingMessage(finding, texts.language)}
        </Text>
        {head === place ? null : (
          <Text block size={200} className={styles.place}>
            {place}
          </Text>
        )}
      </Button>
      {isCurrent ? <FindingDetails finding={finding} tabIndex={tabIndex} /> : null}
      {fix || isCurrent ? (
        <div className={styles.actions}>
          {fix ? (
            <Button
              size="small"
              tabIndex={tabIndex}
              title={texts.t('finding.fix-to', { value: fix.display })}
              onClick={onFix}
            >
              {texts.t('finding.fix')}
            </Button>
          ) : null}
          {isCurrent ? (
            <Button size="small" tabIndex={tabIndex} onClick={onExplain}>
              {texts.t('finding.explain')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
