import { Field, Select } from '@fluentui/react-components';
import type { Connection } from '../../engine/sync-contract.ts';

interface DistrictSelectProps {
  readonly label: string;
  readonly districts: Connection['districts'];
  /** An id; empty for all of them, where `anyText` offers that. */
  readonly district: string;
  readonly onDistrict: (id: string) => void;
  /** How «all districts» is called. Absent: one has to be chosen. */
  readonly anyText?: string;
  readonly disabled?: boolean;
  readonly className?: string | undefined;
}

/** One of the districts that a person may see. */
export function DistrictSelect({
  label,
  districts,
  district,
  onDistrict,
  anyText,
  disabled = false,
  className,
}: DistrictSelectProps) {
  return (
    <Field className={className} label={label}>
      <Select value={district} disabled={disabled} onChange={(_event, { value }) => onDistrict(value)}>
        {anyText === undefined ? null : <option value="">{anyText}</option>}
        {districts.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
    </Field>
  );
}
