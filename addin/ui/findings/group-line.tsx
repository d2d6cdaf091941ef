import { Badge, Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useMemo } from 'react';
import type { KeyboardEvent } from 'react';
import type { Finding } from '../../../shared/domain/finding.ts';
import type { ReadingAccount } from '../../../shared/reading/reading.ts';
import { ruleTitle } from '../../../shared/text/rule-texts.ts';
import type { GroupBy } from '../../engine/finding-groups.ts';
import { mendable } from '../../engine/fix-findings.ts';
import type { Texts } from '../language.tsx';
import { useTexts } from '../language.tsx';
import { Unseen } from '../parts/unseen.tsx';
import { headingOf } from './finding-place.ts';
import type { ListRow } from './list-rows.ts';
import { SeveritySign } from './severity-sign.tsx';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalXS,
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  inside: { paddingLeft: tokens.spacingHorizontalXL },
  heading: {
    flex: '1 1 100%',
    minWidth: 0,
    justifyContent: 'flex-start',
    textAlign: 'start',
    paddingLeft: tokens.spacingHorizontalXS,
    paddingRight: tokens.spacingHorizontalXS,
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground1,
    ':hover': { color: tokens.colorNeutralForeground1 },
  },
  title: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
  // Under one another with the corrections of single findings.
  fixAll: { marginBottom: tokens.spacingVerticalXS, marginRight: tokens.spacingHorizontalXS },
});

type GroupRow = Extract<ListRow, { kind: 'group' | 'systematic' }>;

interface GroupLineProps {
  readonly row: GroupRow;
  readonly account: ReadingAccount;
  readonly by: GroupBy;
  readonly isActive: boolean;
  readonly canFix: boolean;
  readonly onToggle: (isOpen: boolean) => void;
  readonly onFixAll: (findings: readonly Finding[]) => void;
}

function titleOf(row: GroupRow, by: GroupBy, account: ReadingAccount, { t, language }: Texts): string {
  if (row.kind === 'systematic') {
    const { findings, field } = row.entry;
    const heading = findings[0] ? (headingOf(findings[0], account, language) ?? field) : field;
    return t('finding.systematic', { field: heading, count: findings.length });
  }
  const { key } = row.group;
  if (by === 'rule' && key !== null) return ruleTitle(key, language);
  return key ?? t(by === 'curator' ? 'group.no-curator' : 'group.no-family');
}

/** A group of findings, or one defect through a whole column: opens, closes, mends all at once. */
export function GroupLine({ row, account, by, isActive, canFix, onToggle, onFixAll }: GroupLineProps) {
  const texts = useTexts();
  const styles = useStyles();
  const findings = row.kind === 'group' ? row.group.findings : row.entry.findings;
  const severity = row.kind === 'group' ? row.group.severity : (findings[0]?.severity ?? 'note');
  // Thousands of cells are counted when they change, and not each time that the list is drawn.
  const fixable = useMemo(() => (canFix ? mendable(findings).length : 0), [canFix, findings]);
  const title = titleOf(row, by, account, texts);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowRight' && !row.isOpen) onToggle(true);
    if (event.key === 'ArrowLeft' && row.isOpen) onToggle(false);
  };
  return (
    <div className={mergeClasses(styles.line, row.kind === 'systematic' && styles.inside)}>
      <Button
        data-main
        appearance="transparent"
        className={styles.heading}
        tabIndex={isActive ? 0 : -1}
        icon={row.isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={row.isOpen}
        onClick={() => onToggle(!row.isOpen)}
        onKeyDown={onKeyDown}
      >
        <span className={styles.title}>{title}</span>
        <Badge appearance="outline" color="informative" aria-hidden>
          {findings.length.toLocaleString(texts.language)}
        </Badge>
        <Unseen>
          {texts.t('group.count', { count: findings.length })}, {texts.t(`severity.${severity}`)}
        </Unseen>
        <SeveritySign severity={severity} />
      </Button>
      {fixable > 1 ? (
        <Button size="small" className={styles.fixAll} tabIndex={isActive ? 0 : -1} onClick={() => onFixAll(findings)}>
          {texts.t('finding.fix-all', { count: fixable })}
        </Button>
      ) : null}
    </div>
  );
}
