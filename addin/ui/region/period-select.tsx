import { Field, Select } from '@fluentui/react-components';
import { useRegionTexts } from './region-texts.ts';

interface PeriodSelectProps {
  /** Their keys, in the order in which they are offered. */
  readonly periods: readonly string[];
  readonly period: string;
  readonly onPeriod: (period: string) => void;
  readonly className?: string | undefined;
}

/** The quarter or month that something is about. */
export function PeriodSelect({ periods, period, onPeriod, className }: PeriodSelectProps) {
  const { r, periodTitle } = useRegionTexts();
  return (
    <Field className={className} label={r('period')}>
      <Select value={period} onChange={(_event, { value }) => onPeriod(value)}>
        {periods.map((key) => (
          <option key={key} value={key}>
            {periodTitle(key)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
