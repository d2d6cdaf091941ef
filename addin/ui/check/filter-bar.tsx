import { makeStyles, Select, Text, ToggleButton, tokens } from '@fluentui/react-components';
import type { Finding, Severity } from '../../../shared/domain/finding.ts';
import type { GroupBy } from '../../engine/finding-groups.ts';
import type { FindingView } from '../findings/finding-view.ts';
import { SeveritySign } from '../findings/severity-sign.tsx';
import { useTexts } from '../language.tsx';
import { Unseen } from '../parts/unseen.tsx';

const SEVERITIES = ['error', 'warning', 'note'] as const satisfies readonly Severity[];
const GROUPINGS = ['rule', 'curator', 'family'] as const satisfies readonly GroupBy[];

const useStyles = makeStyles({
  filters: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  filter: {
    minWidth: 0,
    paddingLeft: tokens.spacingHorizontalS,
    paddingRight: tokens.spacingHorizontalS,
    fontWeight: tokens.fontWeightRegular,
  },
  select: { minWidth: 0 },
});

interface FilterBarProps {
  readonly view: FindingView;
  readonly findings: readonly Finding[];
}

export default function FilterBar({ view, findings }: FilterBarProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const choose = (value: string): void => {
    const by = GROUPINGS.find((one) => one === value);
    if (by) view.groupBy(by);
  };
  return (
    <>
      <div className={styles.filters} role="group" aria-label={t('check.severities')}>
        {SEVERITIES.map((severity) => {
          const count = findings.filter((finding) => finding.severity === severity).length;
          return (
            <ToggleButton
              key={severity}
              size="small"
              className={styles.filter}
              checked={view.shown.has(severity)}
              icon={<SeveritySign severity={severity} />}
              onClick={() => view.toggleSeverity(severity)}
            >
              <span aria-hidden>{t(`severity.${severity}s`, { count })}</span>
              <Unseen>{t(`severity.${severity}s.name`, { count })}</Unseen>
            </ToggleButton>
          );
        })}
      </div>
      <Select
        className={styles.select}
        size="small"
        aria-label={t('check.group')}
        value={view.by}
        onChange={(_event, { value }) => choose(value)}
      >
        {GROUPINGS.map((by) => (
          <option key={by} value={by}>
            {t(`check.group.${by}`)}
          </option>
        ))}
      </Select>
      {findings.some(({ severity }) => view.shown.has(severity)) ? null : <Text>{t('check.none.filtered')}</Text>}
    </>
  );
}
