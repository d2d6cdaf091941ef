import { makeStyles, tokens } from '@fluentui/react-components';
import { SmallLink } from '../parts/small-link.tsx';
import { figureTitle, type Column } from './picture-columns.ts';
import { useRegionTexts } from './region-texts.ts';

/** A number that somebody wants to see the rows of. */
export interface OpenFigure {
  readonly column: Column;
  readonly value: number | null;
  /** Null: the whole region. */
  readonly district: { readonly id: string; readonly title: string } | null;
}

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } });

interface FigureCellProps {
  readonly place: OpenFigure;
  readonly className: string;
  readonly onOpen: (figure: OpenFigure) => void;
}

/** A number that opens to its rows; zero and hidden numbers have none. */
export function FigureCell({ place, className, onOpen }: FigureCellProps) {
  const { r } = useRegionTexts();
  const styles = useStyles();
  const { column, value, district } = place;
  const opens = column.opens !== undefined && value !== null && (value !== 0 || column.id === 'visitsKept');
  if (!opens) {
    return (
      <td className={className}>
        {value ?? (
          <span className={styles.quiet} aria-label={r(column.opens ? 'figures.unknown' : 'figures.hidden')}>
            –
          </span>
        )}
      </td>
    );
  }
  return (
    <td className={className}>
      <SmallLink
        about={r('open', { figure: figureTitle(column), district: district?.title ?? r('total') })}
        onClick={() => onOpen(place)}
      >
        {value}
      </SmallLink>
    </td>
  );
}
