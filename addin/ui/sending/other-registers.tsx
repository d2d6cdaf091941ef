import { Field, Radio, RadioGroup, Text } from '@fluentui/react-components';
import type { OtherRegister } from '../../engine/sync-contract.ts';
import { showMoment } from '../language.tsx';
import { useSendingTexts } from './use-sending-texts.ts';

/** Stands for «one more register» among the ids of registers, which are longer. */
export const BESIDE = 'beside';

interface OtherRegistersProps {
  readonly others: readonly OtherRegister[];
  /** An id, BESIDE, or empty while nothing is chosen. */
  readonly chosen: string;
  readonly onChoose: (chosen: string) => void;
}

/** A first sending where the district has a register: takes it its place, or does it stand beside it? Never guessed. */
export function OtherRegisters({ others, chosen, onChoose }: OtherRegistersProps) {
  const s = useSendingTexts();
  const replaces = (createdAt: number, last: OtherRegister['lastSending']): string =>
    last
      ? s('others.replaces', { number: last.number, at: showMoment(last.at) })
      : s('others.replaces-begun', { at: showMoment(createdAt) });
  return (
    <div>
      <Text>{s('others')}</Text>
      <Field label={s('others.choose')} required>
        <RadioGroup value={chosen} onChange={(_event, { value }) => onChoose(value)}>
          {others.map(({ id, createdAt, lastSending }) => (
            <Radio key={id} value={id} label={replaces(createdAt, lastSending)} />
          ))}
          <Radio value={BESIDE} label={s('others.beside')} />
        </RadioGroup>
      </Field>
    </div>
  );
}
