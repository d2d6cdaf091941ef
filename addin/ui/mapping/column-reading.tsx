import { Badge, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { columnLetters } from '../../../shared/domain/cell-address.ts';
import type { TableKind } from '../../../shared/domain/fields.ts';
import { FIELDS } from '../../../shared/domain/fields.ts';
import type { ColumnAccount } from '../../../shared/reading/reading.ts';
import { fieldTitle } from '../findings/finding-place.ts';
import { useTexts } from '../language.tsx';
import { useCorrectMapping } from './use-known-headings.ts';

/** Below this the reading asks to be looked at. */
const DOUBT_BELOW = 0.75;

const useStyles = makeStyles({
  column: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  samples: { color: tokens.colorNeutralForeground2 },
  choice: {
    minWidth: 0,
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    alignContent: 'start',
    justifyItems: 'start',
  },
  select: { width: '100%', minWidth: 0 },
});

interface ColumnReadingProps {
  readonly sheet: string;
  readonly kind: TableKind;
  readonly column: ColumnAccount;
}

/** Fields offered for a column: the likely ones first. */
function choices({ field, candidates }: ColumnAccount, kind: TableKind): readonly string[] {
  const known = kind === 'summary' ? [] : Object.keys(FIELDS[kind]);
  return [...new Set([...(field === null ? [] : [field]), ...candidates, ...known])];
}

/** One heading: three of its values, the field it was read as, how sure that is, and the way to change it. */
export function ColumnReading({ sheet, kind, column }: ColumnReadingProps) {
  const { t, language } = useTexts();
  const styles = useStyles();
  const correctMapping = useCorrectMapping();
  const heading = column.heading || columnLetters(column.column);
  const choose = (value: string): void => {
    void correctMapping({ sheet, fields: { [column.heading]: value === '' ? null : value } });
  };
  const recordKind = kind === 'summary' ? undefined : kind;
  return (
    <li className={styles.column}>
      <div className={styles.words}>
        <Text block weight="semibold">
          {heading}
        </Text>
        <Text block size={200} className={styles.samples}>
          {column.samples.join(' · ')}
        </Text>
      </div>
      <div className={styles.choice}>
        <Select
          size="small"
          className={styles.select}
          aria-label={t('reading.field-of', { heading })}
          value={column.field ?? ''}
          disabled={kind === 'summary'}
          onChange={(_event, { value }) => choose(value)}
        >
          <option value="">{t('reading.no-field')}</option>
          {choices(column, kind).map((field) => (
            <option key={field} value={field}>
              {fieldTitle(field, language, recordKind)}
            </option>
          ))}
        </Select>
        {column.period ? <Text size={200}>{column.period}</Text> : null}
        {column.corrected ? <Badge appearance="tint">{t('reading.corrected')}</Badge> : null}
        {column.field !== null && !column.corrected && column.confidence < DOUBT_BELOW ? (
          <Badge appearance="tint" color="warning">
            {t('reading.doubt')}
          </Badge>
        ) : null}
        {column.hidden ? (
          <Badge appearance="outline" color="informative">
            {t('reading.hidden-column')}
          </Badge>
        ) : null}
      </div>
    </li>
  );
}
