import { Button, Field, Select, Subtitle2, Text } from '@fluentui/react-components';
import { useCallback, useRef, useState } from 'react';
import { MATCH_STATES, type RegionMatches, type RegionMatchView } from '../../../../shared/sync/duplicate-wire.ts';
import type { Connection } from '../../../engine/sync-contract.ts';
import { KeyForNames } from './key-for-names.tsx';
import { DistrictSelect } from '../../parts/district-select.tsx';
import { Sentence } from '../../parts/sentence.tsx';
import { Working } from '../../parts/working.tsx';
import { SendingError } from '../../sending/sending-error.tsx';
import { useAnswer } from '../use-answer.ts';
import { RegionMatchItem } from './region-match-item.tsx';
import { useDuplicatesClient, useDuplicateTexts } from './use-duplicates.ts';
import { useDuplicateStyles } from './use-duplicate-styles.ts';

type State = RegionMatchView['state'] | 'all';

interface RegionDuplicatesProps {
  readonly connection: Connection;
  /** Something was decided: totals may differ. */
  readonly onDecided: () => void;
}

/** «Семьи в двух районах»: what the districts said, and the region's decision. */
export function RegionDuplicates({ connection, onDecided }: RegionDuplicatesProps) {
  const d = useDuplicateTexts();
  const styles = useDuplicateStyles();
  const client = useDuplicatesClient(connection);
  const [state, setState] = useState<State>('open');
  const [district, setDistrict] = useState('');
  // No part of the question: what is known stays in sight while further matches are asked for.
  const least = useRef(0);
  const ask = useCallback(async () => {
    const query = { state: state === 'all' ? undefined : state, district: district === '' ? undefined : district };
    const first = await client.ofRegion({ ...query, offset: 0 });
    if (!first.ok) return first;
    const matches = [...first.value.matches];
    while (matches.length < Math.min(least.current, first.value.total)) {
      const next = await client.ofRegion({ ...query, offset: matches.length });
      if (!next.ok) return next;
      // Others have decided some meanwhile: there are fewer than were said.
      if (next.value.matches.length === 0) break;
      matches.push(...next.value.matches);
    }
    return { ok: true as const, value: { ...first.value, matches } };
  }, [client, state, district]);
  const { outcome, known, isAsking, again } = useAnswer(ask);
  const more = (shown: number): void => {
    least.current = shown + 1;
    void again();
  };
  const decided = async (): Promise<void> => {
    await again();
    onDecided();
  };
  return (
    <section className={styles.part} aria-label={d('title.region')}>
      <Subtitle2 as="h2">{d('title.region')}</Subtitle2>
      <Text className={styles.quiet}>{d('lead.region')}</Text>
      <KeyForNames />
      <Filters
        counts={known?.counts}
        districts={connection.districts}
        chosen={{ state, district }}
        onState={(next) => {
          least.current = 0;
          setState(next);
        }}
        onDistrict={(next) => {
          least.current = 0;
          setDistrict(next);
        }}
      />
      {outcome && !outcome.ok ? (
        <>
          <SendingError error={outcome.error} />
          <Button size="small" onClick={() => void again()}>
            {d('refresh')}
          </Button>
        </>
      ) : null}
      {outcome === null ? <Working /> : null}
      {known?.isCut ? <Sentence intent="warning">{d('cut')}</Sentence> : null}
      {known?.total === 0 ? <Text>{d('none.region')}</Text> : null}
      <ul className={styles.list}>
        {known?.matches.map((match) => (
          <RegionMatchItem
            key={match.cases.map(({ register, row }) => `${register} ${row}`).join(' ')}
            match={match}
            onDecide={client.decide}
            onDecided={decided}
          />
        ))}
      </ul>
      {known && known.matches.length < known.total ? (
        <div className={styles.row}>
          <Text size={200}>{d('shown.of', { shown: known.matches.length, total: known.total })}</Text>
          <Button size="small" disabledFocusable={isAsking} onClick={() => more(known.matches.length)}>
            {d('more')}
          </Button>
          {isAsking ? <Working /> : null}
        </div>
      ) : null}
    </section>
  );
}

interface FiltersProps {
  readonly counts: RegionMatches['counts'] | undefined;
  readonly districts: Connection['districts'];
  readonly chosen: { readonly state: State; readonly district: string };
  readonly onState: (state: State) => void;
  readonly onDistrict: (district: string) => void;
}

function Filters({ counts, districts, chosen, onState, onDistrict }: FiltersProps) {
  const d = useDuplicateTexts();
  const styles = useDuplicateStyles();
  const states: readonly State[] = ['all', ...MATCH_STATES];
  const titleOf = (one: State): string => {
    const state = d(one === 'all' ? 'filter.all' : `state.${one}`);
    // Nobody knows yet how many there are: that is not none.
    if (!counts) return state;
    const count = one === 'all' ? Object.values(counts).reduce((sum, some) => sum + some, 0) : counts[one];
    return d('filter.state', { state, count });
  };
  return (
    <div className={styles.row}>
      <Field label={d('filter')}>
        <Select
          value={chosen.state}
          onChange={(_event, { value }) => onState(states.find((one) => one === value) ?? 'all')}
        >
          {states.map((one) => (
            <option key={one} value={one}>
              {titleOf(one)}
            </option>
          ))}
        </Select>
      </Field>
      <DistrictSelect
        label={d('filter.district')}
        districts={districts}
        district={chosen.district}
        anyText={d('filter.any')}
        onDistrict={onDistrict}
      />
    </div>
  );
}
