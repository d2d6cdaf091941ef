import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Pack } from '../../../shared/packs/pack.ts';
import { shareReading } from '../../../shared/reports/positive-share.ts';
import type { Picture, PictureFigures } from '../../../shared/sync/region-wire.ts';
import { SmallLink } from '../parts/small-link.tsx';
import type { OpenFigure } from './figure-cell.tsx';
import { percent } from './picture-columns.ts';
import type { Column } from './picture-columns.ts';
import { visitShare } from './picture-rows.ts';
import { useRegionTexts } from './region-texts.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 190px), 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  one: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingHorizontalS,
    breakInside: 'avoid',
  },
  value: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    '& button': { fontSize: 'inherit', lineHeight: 'inherit' },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface KeyFiguresProps {
  readonly total: PictureFigures;
  readonly trend: Picture['trend'];
  readonly columns: readonly Column[];
  /** The norms of the region on the period's last day. */
  readonly pack: Pack;
  readonly onOpen: (figure: OpenFigure) => void;
}

function shown(value: number | null, unit = ''): string {
  return value === null ? '–' : `${value}${unit}`;
}

/** The few numbers that matter, each with its norm and a door to what stands behind. */
export function KeyFigures({ total, trend, columns, pack, onOpen }: KeyFiguresProps) {
  const { r, levelTitle } = useRegionTexts();
  const styles = useStyles();
  const { figures, norms } = total;
  const { target, base: reading } = pack.positiveShare;
  const { base, share: positive } = shareReading(figures, reading, target);
  const door = (id: string, text: string) => {
    const column = columns.find((one) => one.id === id);
    const value = column?.value(total) ?? null;
    if (!column?.opens || value === null || (value === 0 && id !== 'visitsKept')) return text;
    return <SmallLink onClick={() => onOpen({ column, value, district: null })}>{text}</SmallLink>;
  };
  const told = (value: number | null, note: (value: number) => string): string =>
    value === null ? r('figures.hidden') : note(value);
  const lately = trend.slice(-6).map(({ end }) => end ?? '–');
  const ofLevels = total.levels
    .filter(({ cases }) => cases !== 0)
    .map(({ level, cases }) => `${levelTitle(level)} ${cases ?? '–'}`)
    .join(', ');
  const tiles = [
    {
      id: 'open',
      title: r('figures.open'),
      value: door('end', shown(figures.end)),
      notes: [ofLevels, lately.length > 1 ? r('figures.trend', { list: lately.join(' → ') }) : ''],
    },
    {
      id: 'visits',
      title: r('figures.visits'),
      value: door('visitsKept', shown(percent(visitShare(total)), ' %')),
      notes: [
        visitShare(total) === null && norms.visitsMissed !== null
          ? r('figures.visits.none')
          : told(norms.visitsMissed, (missed) => r('figures.visits.norm', { missed })),
      ],
    },
    {
      id: 'terms',
      title: r('figures.terms'),
      value: door('termsOverdue', shown(norms.termsOverdue)),
      notes: [told(norms.termsKept, (kept) => r('figures.terms.norm', { kept, late: norms.termsLate ?? 0 }))],
    },
    {
      id: 'over',
      title: r('figures.over'),
      value: door('overNorm', shown(total.overNorm)),
      notes: [told(total.specialists, (all) => r('figures.over.norm', { all }))],
    },
    {
      id: 'positive',
      title: r('figures.positive'),
      value: door('positive', shown(percent(positive), ' %')),
      notes: [
        base === 0
          ? r('figures.no-base')
          : r('figures.positive.norm', {
              target: percent(target) ?? '–',
              removed: figures.positive ?? '–',
              base: base ?? '–',
            }),
      ],
    },
  ];
  return (
    <ul className={styles.list} aria-label={r('figures')}>
      {tiles.map(({ id, title, value, notes }) => (
        <li key={id} className={styles.one}>
          <Text block size={200}>
            {title}
          </Text>
          <Text block className={styles.value}>
            {value}
          </Text>
          {notes
            .filter((note) => note !== '')
            .map((note) => (
              <Text key={note} block size={200} className={styles.quiet}>
                {note}
              </Text>
            ))}
        </li>
      ))}
    </ul>
  );
}
