import { Text } from '@fluentui/react-components';
import { isSilent, type ShownPicture } from './picture-rows.ts';
import { useRegionTexts, type RegionTexts } from './region-texts.ts';

/** What the figures are without, in sentences for a sheet or a form: districts by name. */
export function gapNotes({ rows, total }: ShownPicture, { r }: RegionTexts): readonly string[] {
  const districts = rows.filter(isSilent).map(({ district }) => district.title);
  return [...(districts.length > 0 ? [r('silent', { districts })] : []), ...childrenNote(total.childrenUnknown, r)];
}

function childrenNote(count: number | null | undefined, r: RegionTexts['r']): readonly string[] {
  return count ? [r('children.unknown', { count })] : [];
}

/** The same on the page, where the strip above has the names already. */
export function FigureGaps({ rows, total }: ShownPicture) {
  const { r } = useRegionTexts();
  const heard = rows.filter((row) => !isSilent(row)).length;
  const notes = [
    ...(heard < rows.length ? [r('silent.count', { heard, all: rows.length })] : []),
    ...childrenNote(total.childrenUnknown, r),
  ];
  return notes.map((note) => <Text key={note}>{note}</Text>);
}
