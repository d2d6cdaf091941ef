import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { travellingFields } from '../../../shared/privacy/travel.ts';
import type { Remark } from '../../../shared/sync/region-wire.ts';
import type { RegionClient } from '../../engine/region-client.ts';
import { fieldTitle } from '../findings/finding-place.ts';
import { useTexts } from '../language.tsx';
import { useRegionTexts } from './region-texts.ts';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXS,
    justifyItems: 'start',
    marginTop: tokens.spacingVerticalS,
    marginBottom: tokens.spacingVerticalS,
  },
  wide: { width: '100%' },
});

interface RemarkFormProps {
  /** The rows that were handed in. */
  readonly rowsOf: () => ReturnType<RegionClient['frozenRows']>;
  readonly onAdd: (remark: Remark) => void;
}

/** A remark at a record and a column. A mark that was not handed in is told before it is sent. */
export function RemarkForm({ rowsOf, onAdd }: RemarkFormProps) {
  const { language } = useTexts();
  const { r } = useRegionTexts();
  const styles = useStyles();
  const [row, setRow] = useState('');
  const [field, setField] = useState('');
  const [text, setText] = useState('');
  const [isUnknown, setIsUnknown] = useState(false);
  const add = async (): Promise<void> => {
    const rows = await rowsOf();
    const known = rows.ok && rows.value.has(row.trim());
    setIsUnknown(!known);
    if (!known) return;
    onAdd({ row: row.trim(), field: field === '' ? null : field, text: text.trim() });
    setRow('');
    setText('');
  };
  return (
    <div className={styles.form}>
      <Field
        className={styles.wide}
        label={r('review.row')}
        {...(isUnknown ? { validationMessage: r('review.bad-row') } : {})}
      >
        <Input value={row} onChange={(_event, { value }) => setRow(value)} />
      </Field>
      <Field className={styles.wide} label={r('review.field')}>
        <Select value={field} onChange={(_event, { value }) => setField(value)}>
          <option value="">{r('review.whole')}</option>
          {travellingFields('families').map((name) => (
            <option key={name} value={name}>
              {fieldTitle(name, language, 'families')}
            </option>
          ))}
        </Select>
      </Field>
      <Field className={styles.wide} label={r('review.remark')}>
        <Input value={text} maxLength={500} onChange={(_event, { value }) => setText(value)} />
      </Field>
      <Button size="small" disabled={row.trim() === '' || text.trim() === ''} onClick={() => void add()}>
        {r('review.add')}
      </Button>
    </div>
  );
}
