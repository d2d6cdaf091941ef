import { makeStyles, Text, ToggleButton, tokens } from '@fluentui/react-components';
import { plainField } from '../../../shared/privacy/travel.ts';
import type { ConflictChoice, FieldConflict } from '../../engine/sync-contract.ts';
import { fieldTitle } from '../findings/finding-place.ts';
import { useTexts } from '../language.tsx';
import { CellLink } from '../parts/cell-link.tsx';
import { ChangeNote } from './change-note.tsx';
import { useShownValue } from './shown-value.ts';
import { useSendingTexts } from './use-sending-texts.ts';

const useStyles = makeStyles({
  sides: { display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', gap: tokens.spacingHorizontalXS },
  side: { display: 'grid', gap: tokens.spacingVerticalXXS, alignContent: 'start', overflowWrap: 'anywhere' },
  // As high as the buttons beside it, so that the three values stand in one line.
  base: { minHeight: '24px', display: 'flex', alignItems: 'center' },
  choice: { minWidth: 0, whiteSpace: 'normal' },
});

interface ConflictLineProps {
  readonly conflict: FieldConflict;
  readonly taken: ConflictChoice['take'] | null;
  readonly onTake: (take: ConflictChoice['take']) => void;
}

/** One conflict in three columns: what it was, what you have, what the server has. */
export function ConflictLine({ conflict, taken, onTake }: ConflictLineProps) {
  const { t, language } = useTexts();
  const styles = useStyles();
  const s = useSendingTexts();
  const shownValue = useShownValue();
  const { cell, field, kind } = conflict;
  const plain = field === null ? null : plainField(field);
  const title = plain === null ? t('sending.conflict.row') : fieldTitle(plain, language, kind);
  return (
    <li>
      <Text weight="semibold">{title}</Text> {cell ? <CellLink cell={cell} /> : null}
      <div className={styles.sides} role="group" aria-label={title}>
        <div className={styles.side}>
          <Text size={200} className={styles.base}>
            {t('sending.conflict.base')}
          </Text>
          <Text>{shownValue(conflict.base, plain)}</Text>
        </div>
        {(['mine', 'theirs'] as const).map((side) => (
          <div key={side} className={styles.side}>
            <ToggleButton
              size="small"
              appearance={taken === side ? 'primary' : 'secondary'}
              className={styles.choice}
              checked={taken === side}
              onClick={() => onTake(side)}
            >
              {t(`sending.conflict.${side}`)}
            </ToggleButton>
            <Text>{shownValue(conflict[side], plain)}</Text>
            {side === 'theirs' ? <ChangeNote changed={conflict.changed} /> : null}
          </div>
        ))}
      </div>
      {taken === 'theirs' && conflict.edit === null ? <Text>{s('conflict.by-hand')}</Text> : null}
    </li>
  );
}
