import { Checkbox, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { identifyingKind } from '../../../shared/privacy/detector.ts';
import { MAX_REASON } from '../../../shared/sync/limits.ts';
import { useSendingTexts } from './use-sending-texts.ts';

const useStyles = makeStyles({
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXS, width: '100%' },
});

export interface RemovalWish {
  readonly isMeant: boolean;
  readonly reason: string;
}

/** What is wrong with the reason; null when rows may be removed with it, or none are to be. */
export function removalProblem({ isMeant, reason }: RemovalWish): 'removal.empty' | 'removal.identifying' | null {
  if (!isMeant) return null;
  if (reason.trim() === '') return 'removal.empty';
  return identifyingKind(reason) === null ? null : 'removal.identifying';
}

interface RemovalsProps {
  readonly wish: RemovalWish;
  readonly onChange: (wish: RemovalWish) => void;
}

/** A yes and a reason: without both, rows that are gone from the workbook stay on the server. */
export function Removals({ wish, onChange }: RemovalsProps) {
  const s = useSendingTexts();
  const styles = useStyles();
  const problem = removalProblem(wish);
  return (
    <div className={styles.part}>
      <Text>{s('removal.lead')}</Text>
      <Checkbox
        label={s('removal.yes')}
        checked={wish.isMeant}
        onChange={(_event, { checked }) => onChange({ ...wish, isMeant: checked === true })}
      />
      {wish.isMeant ? (
        <Field
          label={s('removal.reason')}
          required
          hint={s('removal.hint')}
          {...(problem ? { validationMessage: s(problem) } : {})}
        >
          <Input
            value={wish.reason}
            maxLength={MAX_REASON}
            onChange={(_event, { value }) => onChange({ ...wish, reason: value })}
          />
        </Field>
      ) : null}
    </div>
  );
}
