import { Field, Select } from '@fluentui/react-components';
import { quartersUpTo } from '../../../shared/reports/report-period.ts';
import { today } from '../today.ts';
import { useRegionTexts } from './region-texts.ts';

interface PeriodSelectProps {
  /** How many quarters are offered, today's the newest. */
  readonly offered: number;
  readonly period: string;
  readonly onPeriod: (period: string) => void;
  readonly className?: string | undefined;
}

/** The quarter that registers are handed in for. */
export function PeriodSelect({ offered, period, onPeriod, className }: PeriodSelectProps) {
  const { r, periodTitle } = useRegionTexts();
  return (
    <Field className={className} label={r('period')}>
      <Select value={period} onChange={(_event, { value }) => onPeriod(value)}>
        {quartersUpTo(today(), offered).map((key) => (
          <option key={key} value={key}>
            {periodTitle(key)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
