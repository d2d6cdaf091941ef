import { isOpen } from '../../domain/case-state.ts';
import { fitsName, personName } from '../../domain/person-name.ts';
import { findingCell, type FamilyRow } from '../../domain/register.ts';
import { BY_FAMILY } from '../grouping.ts';
import { groupRule } from '../rule.ts';

/** One family kept twice: it is counted twice, and two curators may visit it. A case closed before is no duplicate. */
export const familyDuplicate = groupRule({
  id: 'identity/family-duplicate',
  severity: 'error',
  basis: ['rules.md'],
  scope: 'group',
  table: 'families',
  reads: ['applicant', 'snils', 'children', 'household', 'closedOn', 'decision'],
  requires: ['applicant'],
  needs: [],
  groupBy: BY_FAMILY,
  isOncePerCell: true,
  prepare: (run) => {
    const hasSign = (['snils', 'children', 'household'] as const).some((field) => run.hasField('families', field));
    if (!hasSign && !run.hasField('members', 'birthDate')) return run.skip('column-missing', 'field:children');
    return (rows, out) => {
      if (rows.length < 2) return;
      const open = rows.filter((row) => isOpen(row, run.asOf));
      for (const [index, row] of open.entries()) {
        const first = open.slice(0, index).find((earlier) => isOneFamily(earlier, row));
        if (!first) continue;
        const params = { firstRow: first.row, firstSheet: first.table.sheet, first: first.values.applicant ?? '' };
        out.find({ row, field: 'applicant', params, related: [findingCell(first, 'applicant')] });
      }
    };
  },
  examples: {
    passes: [
      {
        families: [
          { applicant: 'Ромашкина Анна Петровна', children: [{ birth: '2015-03-01' }], closedOn: '2025-11-01' },
          { applicant: 'Ромашкина Анна Петровна', children: [{ birth: '2015-03-01' }], closedOn: null },
        ],
      },
      {
        families: [
          { applicant: 'Ромашкина Анна Петровна', children: [{ birth: '2015-03-01' }] },
          { applicant: 'Ромашкина Анна Петровна', children: [{ birth: '2017-08-09' }] },
        ],
      },
    ],
    fails: [
      {
        families: [
          { applicant: 'Ромашкина Анна Петровна', children: [{ birth: '2015-03-01' }] },
          { applicant: 'Ромашкина А. П.', children: [{ birth: '2017-08-09' }, { birth: '2015-03-01' }] },
        ],
      },
      {
        families: [
          { applicant: 'Ромашкина Анна', snils: '112-233-445 95' },
          { applicant: 'Лютикова Анна', snils: '11223344595' },
        ],
      },
    ],
    undecidable: [{ families: [{ applicant: 'Ромашкина Анна Петровна' }] }],
  },
});

/** Within a group by СНИЛС everybody is one family; within a group by a child's birth date the names must fit. */
function isOneFamily(a: FamilyRow, b: FamilyRow): boolean {
  const snils = digitsOf(a);
  if (snils.length === 11 && snils === digitsOf(b)) return true;
  return fitsName(personName(a.values.applicant ?? ''), personName(b.values.applicant ?? ''));
}

function digitsOf(row: FamilyRow): string {
  return (row.values.snils ?? '').replace(/\D/g, '');
}
