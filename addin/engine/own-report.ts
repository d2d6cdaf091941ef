/** The report form of the open workbook: its register, counted as the rules on report forms count. */
import { dayOfIso } from '../../shared/domain/day.ts';
import type { Register } from '../../shared/domain/register.ts';
import type { Pack } from '../../shared/packs/pack.ts';
import { consolidatedTable, uncounted } from '../../shared/reports/consolidated.ts';
import { registerFacts } from '../../shared/reports/register-facts.ts';
import { formPeriod, formRow, type ReportFormInput } from '../../shared/reports/report-form.ts';
import { reportPeriod } from '../../shared/reports/report-period.ts';
import { stepTimes, type StepTime } from '../../shared/reports/step-times.ts';
import { registerLinks } from '../../shared/rules/register-links.ts';

export interface OwnReport {
  readonly input: ReportFormInput;
  /** Families that a person would look for in the report and that it cannot place. */
  readonly unplaced: number;
  readonly steps: readonly StepTime[];
}

export interface OwnReportWish {
  readonly pack: Pack;
  /** ISO day. */
  readonly asOf: string;
  /** "2026-Q3" or "2026-07". */
  readonly period: string;
  readonly place: string;
}

/** Null for a period that is none. A register of one district has the total alone. */
export function ownReport(register: Register, { pack, asOf, period: key, place }: OwnReportWish): OwnReport | null {
  const period = reportPeriod(key);
  if (period === null) return null;
  const { caseOf } = registerLinks(register);
  const facts = registerFacts(register, {
    asOf: dayOfIso(asOf) ?? period.to,
    districtOf: ({ values }) => values.district ?? '',
    caseOf,
  });
  const levels = pack.codes.levels.map(({ code }) => code);
  const { rows, total } = consolidatedTable(facts, { cut: 'district', period, levels });
  const hasDistricts = rows.some(({ group }) => group !== '' && group !== null);
  return {
    input: {
      rows: hasDistricts ? rows.map((row) => formRow(row.group ?? '', row)) : [],
      total: formRow('', total),
      pack,
      period: formPeriod(key),
      place,
    },
    unplaced: uncounted(facts).reduce((sum, { ids }) => sum + ids.length, 0),
    steps: stepTimes(facts, period, pack),
  };
}
