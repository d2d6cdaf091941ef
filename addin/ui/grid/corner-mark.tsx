import { makeStyles } from '@fluentui/react-components';
import type { Severity } from '../../../shared/domain/finding.ts';

const useStyles = makeStyles({
  mark: { position: 'absolute', top: '1px', right: '1px' },
  error: { color: '#c50f1f' },
  warning: { color: '#b5651d' },
  note: { color: '#616161' },
  plain: { '@media (forced-colors: active)': { color: 'inherit' } },
});

/** The shape of a severity in a cell's corner, so that a mark is never colour alone. */
export function CornerMark({ severity }: { readonly severity: Severity }) {
  const styles = useStyles();
  return (
    <svg
      className={`${styles.mark} ${styles[severity]} ${styles.plain}`}
      width="9"
      height="9"
      viewBox="0 0 9 9"
      aria-hidden
      focusable="false"
    >
      {severity === 'error' ? <circle cx="4.5" cy="4.5" r="4" fill="currentColor" /> : null}
      {severity === 'warning' ? <path d="M4.5 0.5 9 8.5H0Z" fill="currentColor" /> : null}
      {severity === 'note' ? (
        <circle cx="4.5" cy="4.5" r="3.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      ) : null}
    </svg>
  );
}
