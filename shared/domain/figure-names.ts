/** The names of the region's figures, said once: for counting (shared/reports) and for the wire (shared/sync). */

/** What is counted of a support: a case that stands in several districts counts once in a region. */
export const SUPPORT_FIGURES = [
  'start',
  'in',
  'out',
  'positive',
  'end',
  'startChildren',
  'inChildren',
  'outChildren',
  'positiveChildren',
  'endChildren',
] as const;
export type SupportFigure = (typeof SUPPORT_FIGURES)[number];

/** Sums over cases, as the consolidated table has them (domain facts 4.1). */
export const FIGURES = [...SUPPORT_FIGURES, 'transferred', 'visits'] as const;
export type FigureName = (typeof FIGURES)[number];

/** What depends on norms: counted by the month in which a period ends or a term falls due. */
export const NORM_FIGURES = ['visitsKept', 'visitsMissed', 'termsKept', 'termsLate', 'termsOverdue'] as const;
export type NormFigure = (typeof NORM_FIGURES)[number];
