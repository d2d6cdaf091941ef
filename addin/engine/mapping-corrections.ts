/** The list of a person's corrections of how sheets were read. */
import type { MappingCorrection } from '../../shared/reading/reading.ts';

/** More rows than any heading has. Reading takes its time over each: a file made to do harm could name a million. */
export const MOST_HEADER_ROWS = 10;

/** The list with a correction laid over an earlier one of the same sheet. */
export function withCorrection(
  corrections: readonly MappingCorrection[],
  correction: MappingCorrection,
): MappingCorrection[] {
  const earlier = corrections.find(({ sheet }) => sheet === correction.sheet);
  const rest = corrections.filter(({ sheet }) => sheet !== correction.sheet);
  return [...rest, { ...earlier, ...correction, fields: { ...earlier?.fields, ...correction.fields } }];
}
