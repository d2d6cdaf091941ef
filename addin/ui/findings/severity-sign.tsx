import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Severity } from '../../../shared/domain/finding.ts';

const useStyles = makeStyles({
  sign: { flexShrink: 0, verticalAlign: 'text-bottom' },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  note: { color: tokens.colorNeutralForeground3 },
  // Contrast themes: the shape speaks, in the colour of the words beside it.
  plain: { '@media (forced-colors: active)': { color: 'inherit' } },
});

const SHAPES = {
  error: (
    <path d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm-.9 3v5.2h1.8V4H7.1Zm.9 8.4a1.1 1.1 0 1 0 0-2.2 1.1 1.1 0 0 0 0 2.2Z" />
  ),
  warning: <path d="M8 1.2 15.4 14.6H.6L8 1.2Zm-.8 4.6.2 4.2h1.2l.2-4.2H7.2ZM8 13a1 1 0 1 0 0-2 1 1 0 0 0 0 2Z" />,
  note: <path d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm0 1.6a5.4 5.4 0 1 0 0 10.8A5.4 5.4 0 0 0 8 2.6Z" />,
} as const satisfies Record<Severity, unknown>;

/** A severity as shape and colour: disc, triangle, ring. The word stands beside it, or in the control's name. */
export function SeveritySign({ severity }: { readonly severity: Severity }) {
  const styles = useStyles();
  return (
    <svg
      className={mergeClasses(styles.sign, styles[severity], styles.plain)}
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="currentColor"
      fillRule="evenodd"
      aria-hidden
      focusable="false"
    >
      {SHAPES[severity]}
    </svg>
  );
}
