import { makeStyles, tokens } from '@fluentui/react-components';

/** What the parts of administration have in common. */
export const useAdminStyles = makeStyles({
  part: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    width: '100%',
    maxWidth: '720px',
  },
  lead: { color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    justifyItems: 'start',
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  field: {
    width: '100%',
    maxWidth: '420px',
    gridTemplateColumns: 'minmax(0, 1fr)',
    '& > *': { minWidth: 0 },
    '& select': { minWidth: 0, width: '100%' },
  },
  /** A form among buttons stands on a line of its own. */
  wholeLine: { flexBasis: '100%', minWidth: 0, boxSizing: 'border-box' },
  wrapping: { maxWidth: '100%', whiteSpace: 'normal', textAlign: 'start' },
  code: {
    flex: '1 1 180px',
    minWidth: 0,
    maxWidth: '560px',
    fontFamily: tokens.fontFamilyMonospace,
    overflowWrap: 'anywhere',
  },
});
