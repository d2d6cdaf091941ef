import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import {
  ArrowUndoRegular,
  CheckmarkCircleRegular,
  ClockRegular,
  DocumentArrowUpRegular,
  DocumentRegular,
  ErrorCircleRegular,
} from '@fluentui/react-icons';
import type { HandInSign, ShownRow } from './picture-rows.ts';
import { handInSign, isSilent } from './picture-rows.ts';
import { useRegionTexts } from './region-texts.ts';

const SIGN_ICON: Readonly<Record<HandInSign, typeof ClockRegular>> = {
  accepted: CheckmarkCircleRegular,
  submitted: DocumentArrowUpRegular,
  returned: ArrowUndoRegular,
  missing: ErrorCircleRegular,
  awaited: ClockRegular,
  file: DocumentRegular,
};

const useStyles = makeStyles({
  strip: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  one: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalXS,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    textAlign: 'start',
    cursor: 'pointer',
    fontFamily: 'inherit',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  accepted: { color: tokens.colorStatusSuccessForeground1 },
  missing: { color: tokens.colorStatusDangerForeground1 },
  returned: { color: tokens.colorStatusWarningForeground3 },
});

interface DistrictStripProps {
  readonly rows: readonly ShownRow[];
  readonly onReview: (row: ShownRow) => void;
}

/** Who has handed in: a sign, a word and a colour for each district; a click opens what it has handed in. */
export function DistrictStrip({ rows, onReview }: DistrictStripProps) {
  const { r } = useRegionTexts();
  const styles = useStyles();
  const signs = rows.map(handInSign);
  const count = (...which: readonly HandInSign[]): number => signs.filter((sign) => which.includes(sign)).length;
  const titles = (isMeant: (row: ShownRow) => boolean): readonly string[] =>
    rows.filter(isMeant).map(({ district }) => district.title);
  const missing = titles((row) => handInSign(row) === 'missing');
  const late = titles(({ handIn, punctuality }) => handIn !== null && punctuality === 'late');
  const colour = (sign: HandInSign): string | false =>
    sign === 'accepted' || sign === 'missing' || sign === 'returned' ? styles[sign] : false;
  return (
    <>
      <Text block>
        {r('strip.counts', {
          sent: count('accepted', 'submitted', 'returned'),
          all: rows.length,
          accepted: count('accepted'),
          returned: count('returned'),
          missing: count('missing'),
        })}
      </Text>
      {missing.length > 0 ? <Text block>{r('strip.late', { districts: missing })}</Text> : null}
      {late.length > 0 ? <Text block>{r('strip.came-late', { districts: late })}</Text> : null}
      <ul className={styles.strip} aria-label={r('strip')}>
        {rows.map((row) => {
          const sign = handInSign(row);
          const Icon = SIGN_ICON[sign];
          const late = row.handIn !== null && row.punctuality === 'late' ? `, ${r('state.late')}` : '';
          return (
            <li key={row.district.id}>
              <button type="button" className={styles.one} onClick={() => onReview(row)}>
                <Icon aria-hidden className={mergeClasses(colour(sign))} fontSize={20} />
                <span>
                  <Text block size={200} weight="semibold">
                    {row.district.title}
                  </Text>
                  <Text block size={200} className={mergeClasses(colour(sign))}>
                    {r(`state.${sign}`)}
                    {late}
                    {isSilent(row) ? `, ${r('state.nothing')}` : ''}
                  </Text>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
