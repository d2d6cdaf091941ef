/** The columns of the consolidated table (domain facts 4.1), for the screen and for Excel alike. */
import type { CaseFigure, PictureFigures } from '../../../shared/sync/region-wire.ts';
import { knownFigures } from '../../../shared/reports/known-figures.ts';
import type { RegionTexts } from './region-texts.ts';
import { isSilent, levelCases, visitShare, type ShownRow } from './picture-rows.ts';

export interface Column {
  readonly id: string;
  /** The heading above several columns; equal neighbours share it. Empty: the column stands alone. */
  readonly group: string;
  readonly title: string;
  /** What the number is, where it stands without its headings; absent: group and title say it. */
  readonly alone?: string;
  /** What its rows are, where that is something else than the number. */
  readonly ofRows?: string;
  readonly value: (row: PictureFigures) => number | null;
  /** What opens its numbers to their rows; absent where there are no rows behind. */
  readonly opens?: { readonly figure: CaseFigure; readonly level?: string | null };
}

/** What a number is, where it stands without its headings. */
export function figureTitle({ alone, group, title }: Column): string {
  return alone ?? (group === '' ? title : `${group}: ${title}`);
}

function figure(id: keyof PictureFigures['figures'], group: string, title: string): Column {
  const value = ({ figures, childrenUnknown }: PictureFigures) => knownFigures(figures, childrenUnknown)[id];
  return { id, group, title, value, opens: { figure: id } };
}

/** The number of a district in a column; null where it is hidden, not known, or the district has sent nothing. */
export function shownValue(column: Column, row: ShownRow): number | null {
  return isSilent(row) ? null : column.value(row);
}

/** All columns; levels in the order of the norms, unknown ones last. */
export function pictureColumns({ r, levelTitle }: RegionTexts, levels: readonly (string | null)[]): readonly Column[] {
  return [
    figure('start', r('start'), r('families')),
    figure('startChildren', r('start'), r('children')),
    figure('in', r('in'), r('families')),
    figure('inChildren', r('in'), r('children')),
    figure('out', r('out'), r('families')),
    figure('positive', r('out'), r('positive')),
    figure('outChildren', r('out'), r('children')),
    figure('end', r('end'), r('families')),
    figure('endChildren', r('end'), r('children')),
    ...levels.map((level): Column => ({
      id: `level ${level ?? ''}`,
      group: r('levels'),
      // The heading above says that these are levels.
      title: levelTitle(level).replace(/ (уровень|level)$/i, ''),
      value: (row) => levelCases(row, level),
      opens: { figure: 'end', level },
    })),
    { ...figure('transferred', r('work'), r('transferred')), alone: r('trend.transferred') },
    {
      id: 'specialists',
      group: r('work'),
      title: r('specialists'),
      alone: r('specialists'),
      value: ({ specialists }) => specialists,
      opens: { figure: 'specialists' },
    },
    { ...figure('visits', r('work'), r('visits')), alone: r('visits') },
    {
      id: 'visitsKept',
      group: r('work'),
      title: r('visitsKept'),
      alone: r('visitsKept'),
      ofRows: r('visitsMissed'),
      value: (row) => percent(visitShare(row)),
      opens: { figure: 'visitsMissed' },
    },
    {
      id: 'termsOverdue',
      group: r('work'),
      title: r('termsOverdue'),
      alone: r('figures.terms'),
      value: ({ norms }) => norms.termsOverdue,
      opens: { figure: 'termsOverdue' },
    },
    {
      id: 'overNorm',
      group: r('work'),
      title: r('overNorm'),
      alone: r('figures.over'),
      ofRows: r('overNorm.rows'),
      value: ({ overNorm }) => overNorm,
      opens: { figure: 'overNorm' },
    },
    {
      id: 'errors',
      group: r('work'),
      title: r('errors'),
      alone: r('errors'),
      value: ({ errors }) => errors,
      opens: { figure: 'errors' },
    },
  ];
}

export function percent(share: number | null): number | null {
  return share === null ? null : Math.round(share * 100);
}

/** Neighbours with one group, with how many columns each takes. */
export function headingGroups(
  columns: readonly Column[],
): readonly { readonly title: string; readonly span: number }[] {
  const groups: { title: string; span: number }[] = [];
  for (const { group } of columns) {
    const last = groups.at(-1);
    if (last?.title === group) last.span += 1;
    else groups.push({ title: group, span: 1 });
  }
  return groups;
}
