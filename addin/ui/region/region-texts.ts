import { DEFAULT_PACK_ID, packById } from '../../../shared/packs/packs.ts';
import type { Deadline } from '../../../shared/sync/deadline-wire.ts';
import { regionText, type RegionTextKey } from '../../../shared/text/region-texts.ts';
import { usePartTexts, useTexts, type PartTexts } from '../language.tsx';

export interface RegionTexts {
  readonly r: PartTexts<RegionTextKey>;
  /** The name of a level; of an unknown one for null. */
  readonly levelTitle: (level: string | null) => string;
  /** «3 квартал 2026 года», «07.2026». */
  readonly periodTitle: (key: string) => string;
}

export function useRegionTexts(): RegionTexts {
  const { language } = useTexts();
  const r = usePartTexts(regionText);
  return {
    r,
    levelTitle: (level) => {
      if (level === null) return r('no-level');
      const entry = packById(DEFAULT_PACK_ID)?.codes.levels.find(({ code }) => code === level);
      return entry?.title[language] ?? level;
    },
    periodTitle: (key) => {
      const quarter = /^(\d{4})-Q(\d)$/.exec(key);
      const [year = '', month = ''] = key.split('-');
      return quarter ? r('period.quarter', { year: quarter[1] ?? '', quarter: quarter[2] ?? '' }) : `${month}.${year}`;
    },
  };
}

/** By when a period has to be handed in, and whether the region has set the day. */
export function dueText({ r }: Pick<RegionTexts, 'r'>, { day, isSet }: Pick<Deadline, 'day' | 'isSet'>): string {
  return isSet ? `${r('deadline', { day })}, ${r('due.is-set')}` : r('deadline', { day });
}
