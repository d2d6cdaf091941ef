import { Button, Subtitle2, Text } from '@fluentui/react-components';
import { useCallback } from 'react';
import type { CellAddress } from '../../../../shared/domain/cell-address.ts';
import type { DistrictMatch, DistrictMatches } from '../../../../shared/sync/duplicate-wire.ts';
import type { Outcome } from '../../../../shared/sync/error-codes.ts';
import type { Sending } from '../../../engine/sending.ts';
import type { Connection } from '../../../engine/sync-contract.ts';
import { DistrictSelect } from '../../parts/district-select.tsx';
import { Working } from '../../parts/working.tsx';
import { useSending } from '../../sending/sending-access.tsx';
import { SendingError } from '../../sending/sending-error.tsx';
import { useChosenDistrict } from '../../sending/use-chosen-district.ts';
import { useSessionState } from '../../session-access.tsx';
import { useAnswer } from '../use-answer.ts';
import { DistrictMatchItem } from './district-match-item.tsx';
import { useDuplicatesClient, useDuplicateTexts } from './use-duplicates.ts';
import { useDuplicateStyles } from './use-duplicate-styles.ts';

interface Known extends DistrictMatches {
  /** Where the cases stand in the open workbook; null for those that are not in it. */
  readonly cells: readonly (CellAddress | null)[];
}

/** «Возможные совпадения с другими районами»: the district's own cases, each with its question. */
export default function DistrictDuplicates({ connection }: { readonly connection: Connection }) {
  const d = useDuplicateTexts();
  const styles = useDuplicateStyles();
  const { districts } = connection;
  const [district, choose] = useChosenDistrict(districts);
  const { ask, client } = useKnown(connection, district);
  const { outcome, again } = useAnswer(ask);
  const known = outcome?.ok ? outcome.value : null;
  const answer = async (match: DistrictMatch, verdict: DistrictMatch['state']): Promise<Outcome<DistrictMatch>> => {
    const answered = await client.answer(district, match.id, { verdict });
    await again();
    return answered;
  };
  return (
    <section className={styles.part} aria-label={d('title')}>
      <Subtitle2 as="h2">{d('title')}</Subtitle2>
      {districts.length > 1 ? (
        <DistrictSelect
          className={styles.field}
          label={d('filter.district')}
          districts={districts}
          district={district}
          onDistrict={choose}
        />
      ) : null}
      {outcome && !outcome.ok ? <SendingError error={outcome.error} /> : null}
      {outcome === null ? <Working /> : null}
      {known?.total === 0 ? <Text>{d('none')}</Text> : null}
      {known && known.total > 0 ? <Text className={styles.quiet}>{d('lead')}</Text> : null}
      {known ? (
        <ul className={styles.list}>
          {known.matches.map((match, at) => (
            <DistrictMatchItem
              key={match.id}
              match={match}
              cell={known.cells[at] ?? null}
              onAnswer={(verdict) => answer(match, verdict)}
            />
          ))}
        </ul>
      ) : null}
      {known && known.matches.length < known.total ? (
        <Text size={200}>{d('shown.of', { shown: known.matches.length, total: known.total })}</Text>
      ) : null}
      {outcome ? (
        <Button size="small" onClick={() => void again()}>
          {d('refresh')}
        </Button>
      ) : null}
    </section>
  );
}

function useKnown(connection: Connection, district: string) {
  const client = useDuplicatesClient(connection);
  const sending = useSending();
  const memory = useSessionState((state) => state.remembered.sync);
  const ask = useCallback(async (): Promise<Outcome<Known>> => {
    const found = await client.ofDistrict(district);
    if (!found.ok) return found;
    const { matches } = found.value;
    const places = memory === null ? null : await placesIn(sending, { district, matches }).catch(() => null);
    return { ok: true, value: { ...found.value, cells: places ?? matches.map(() => null) } };
  }, [client, district, sending, memory]);
  return { ask, client };
}

/** Null: the open workbook is not one of the district, or cannot be looked at. */
async function placesIn(
  sending: Sending,
  { district, matches }: { readonly district: string; readonly matches: readonly DistrictMatch[] },
): Promise<Known['cells'] | null> {
  const copy = matches.length === 0 ? null : await sending.copy();
  if (!copy?.ok || copy.value.district !== district) return null;
  const { register } = copy.value;
  const cells = await copy.value.cells(matches.map(({ row }) => ({ row, field: null })));
  return cells.map((cell, at) => (matches[at]?.register === register ? cell : null));
}
