import { Button, Field, Input, makeStyles, mergeClasses, Select, Text, tokens } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import type { FormEvent } from 'react';
import { travellingFields } from '../../../shared/privacy/travel.ts';
import type { Remark } from '../../../shared/sync/region-wire.ts';
import type { RegionClient } from '../../engine/region-client.ts';
import { fieldTitle } from '../findings/finding-place.ts';
import { useKeyring } from '../keys/pane-keyring.ts';
import { useTexts } from '../language.tsx';
import { SmallLink } from '../parts/small-link.tsx';
import { Working } from '../parts/working.tsx';
import { SendingError } from '../sending/sending-error.tsx';
import { frozenRecords, foundRecords, type FrozenRecord } from './frozen-records.ts';
import { useRegionTexts } from './region-texts.ts';
import { useAnswer } from './use-answer.ts';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXS,
    justifyItems: 'start',
  },
  part: { marginTop: tokens.spacingVerticalS, marginBottom: tokens.spacingVerticalS },
  wide: { width: '100%' },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

const SHOWN = 8;

interface RemarkFormProps {
  readonly client: Pick<RegionClient, 'frozenFamilies'>;
  readonly district: string;
  readonly number: number;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onAdd: (remark: Remark, record: string) => void;
}

/** A remark at a record and a column. The record is found by its case number, name, level or mark. */
export function RemarkForm({ client, district, number, text, onText, onAdd }: RemarkFormProps) {
  const { language } = useTexts();
  const { r, levelTitle } = useRegionTexts();
  const styles = useStyles();
  const { keys } = useKeyring();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<FrozenRecord | null>(null);
  const [field, setField] = useState('');
  const ask = useCallback(async () => {
    const frozen = await client.frozenFamilies(district, number);
    return frozen.ok ? { ok: true as const, value: await frozenRecords(frozen.value, district, keys) } : frozen;
  }, [client, district, number, keys]);
  const { outcome } = useAnswer(ask);
  const aboutWhole = (): void => {
    setChosen(null);
    setField('');
  };
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return;
    onAdd({ row: chosen?.row ?? null, field: field === '' ? null : field, text: text.trim() }, chosen?.title ?? '');
    aboutWhole();
    setSearch('');
    onText('');
  };
  return (
    <div className={mergeClasses(styles.fields, styles.part)}>
      <Field
        className={styles.wide}
        label={r('review.find')}
        {...(keys.length === 0 ? { hint: r('review.find.hint') } : {})}
      >
        <Input type="search" value={search} onChange={(_event, { value }) => setSearch(value)} />
      </Field>
      {outcome === null ? <Working /> : null}
      {outcome && !outcome.ok ? <SendingError error={outcome.error} /> : null}
      {outcome?.ok && search.trim() !== '' ? (
        <Found records={foundRecords(outcome.value, search, levelTitle)} onChoose={setChosen} />
      ) : null}
      <Text role="status">
        {chosen ? r('review.chosen', { record: chosen.title }) : r('review.about-whole')}
        {chosen ? (
          <>
            {' '}
            <SmallLink onClick={aboutWhole}>{r('review.about-whole')}</SmallLink>
          </>
        ) : null}
      </Text>
      <Field className={styles.wide} label={r('review.field')}>
        <Select value={field} disabled={chosen === null} onChange={(_event, { value }) => setField(value)}>
          <option value="">{r('review.whole')}</option>
          {travellingFields('families').map((name) => (
            <option key={name} value={name}>
              {fieldTitle(name, language, 'families')}
            </option>
          ))}
        </Select>
      </Field>
      <form className={mergeClasses(styles.fields, styles.wide)} onSubmit={add}>
        <Field className={styles.wide} label={r('review.remark')}>
          <Input value={text} maxLength={500} onChange={(_event, { value }) => onText(value)} />
        </Field>
        <Button type="submit" size="small" disabledFocusable={text.trim() === ''}>
          {r('review.add')}
        </Button>
      </form>
    </div>
  );
}

interface FoundProps {
  readonly records: readonly FrozenRecord[];
  readonly onChoose: (record: FrozenRecord) => void;
}

function Found({ records, onChoose }: FoundProps) {
  const { r, levelTitle } = useRegionTexts();
  const styles = useStyles();
  if (records.length === 0) return <Text role="status">{r('review.nothing')}</Text>;
  return (
    <>
      <Text role="status" size={200}>
        {r('review.found', { count: records.length })}{' '}
        {records.length > SHOWN ? r('review.found.first', { shown: SHOWN }) : null}
      </Text>
      <ul className={styles.list} aria-label={r('review.choose')}>
        {records.slice(0, SHOWN).map((record) => (
          <li key={record.row}>
            <SmallLink onClick={() => onChoose(record)}>
              {record.title}, {levelTitle(record.level)}
            </SmallLink>
          </li>
        ))}
      </ul>
    </>
  );
}
