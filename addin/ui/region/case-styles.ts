import { makeStyles, tokens } from '@fluentui/react-components';

/** The plain tables behind a number: of the records of a district, of the districts of a region. */
export const useCaseStyles = makeStyles({
  frame: { overflowX: 'auto', width: '100%' },
  table: { borderCollapse: 'collapse' },
  cell: {
    textAlign: 'start',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
  },
});
