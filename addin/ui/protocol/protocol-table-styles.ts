import { makeStyles, tokens } from '@fluentui/react-components';

/** What the tables of the protocol have in common, on the screen and on paper. */
export const useProtocolTableStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%' },
  cell: {
    textAlign: 'start',
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase200,
  },
  place: { width: '28%' },
  number: { textAlign: 'end', overflowWrap: 'normal', width: '1px' },
  why: { color: tokens.colorNeutralForeground2 },
  row: { breakInside: 'avoid' },
});
