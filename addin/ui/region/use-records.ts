/** Reads the consolidated register for the screen: progress, stop, and what was read so far. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { dayOfIso } from '../../../shared/domain/day.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { RegionKey } from '../../../shared/privacy/region-key.ts';
import type { Picture } from '../../../shared/sync/region-wire.ts';
import type { RegionClient } from '../../engine/region-client.ts';
import { readRecords, type ReadRecords } from '../../engine/region-register.ts';
import { showMoment } from '../language.tsx';
import type { RegionTexts } from './region-texts.ts';

export interface RecordsState {
  readonly progress: { readonly read: number; readonly expected: number } | null;
  readonly outcome: ReadRecords | null;
}

export interface RecordsSource {
  readonly client: RegionClient;
  readonly picture: Picture;
  readonly pack: Pack;
  readonly keys: readonly RegionKey[];
}

/** `read` begins anew; a district of null reads all. Leaving the screen stops it. */
export function useRecords({ client, picture, pack, keys }: RecordsSource, { r }: RegionTexts) {
  const [state, setState] = useState<RecordsState>({ progress: null, outcome: null });
  const stopper = useRef<AbortController | null>(null);
  const stop = useCallback(() => stopper.current?.abort(), []);
  useEffect(() => stop, [stop]);
  const read = async (district: string | null): Promise<void> => {
    stop();
    const own = new AbortController();
    stopper.current = own;
    setState({ progress: { read: 0, expected: 0 }, outcome: null });
    const outcome = await readRecords({
      client,
      district,
      keys,
      pack,
      asOf: dayOfIso(picture.at.slice(0, 10)) ?? Number.NaN,
      signal: own.signal,
      placeOf: (id) => {
        const row = picture.districts.find((one) => one.district.id === id);
        const sent = row?.lastSending;
        const source = sent
          ? r('register.source.sent', { number: sent.number, at: showMoment(Date.parse(sent.at)) })
          : r('register.source.none');
        return { title: row?.district.title ?? id, source };
      },
      onProgress: (done, expected) => {
        if (stopper.current === own) setState({ progress: { read: done, expected }, outcome: null });
      },
    });
    if (stopper.current === own) setState({ progress: null, outcome });
  };
  return { ...state, read, stop };
}
