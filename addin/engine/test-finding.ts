/** A finding for tests: give what matters, the rest is ordinary. */
import type { Finding } from '../../shared/domain/finding.ts';

/** @param part what matters; `row` and `column` (from 1 and from 0) say where on «Реестр» */
export function testFinding(part: Partial<Finding> & { readonly row?: number; readonly column?: number }): Finding {
  const { row = 2, column = 0, ...given } = part;
  const rule = given.rule ?? 'cell/untidy';
  return {
    rule,
    severity: 'error',
    cell: { sheet: 'Реестр', row, column },
    field: 'applicant',
    value: '',
    params: {},
    fix: null,
    related: [],
    subject: null,
    curator: null,
    identity: `${rule}|${row}|${column}`,
    ...given,
  };
}
