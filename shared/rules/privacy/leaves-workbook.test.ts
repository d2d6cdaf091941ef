import { describe, expect, it } from 'vitest';
import { EXAMPLE_FORM } from '../report/example-form.ts';
import { outcomeOf } from '../test-outcome.ts';

const families = [{ caseNo: '7', applicant: 'Ромашкина', level: 'BASE' }];
const leaving = (...columns: readonly string[]) =>
  outcomeOf('privacy/leaves-workbook', {
    families,
    members: [{ name: 'Ромашкин', disability: 'да' }],
    leaving: columns,
  });

describe('[R33] a column set to leave the workbook unsealed', () => {
  it.each([
    [['families.applicant'], ['error Реестр!B1']],
    [['families.level'], []],
    [['members.applicant'], []],
    [
      ['members.name', 'members.disability'],
      ['error Состав!A1', 'error Состав!B1'],
    ],
    [['families.unknown'], []],
    [[], []],
  ])('%j', (columns, shown) => {
    expect(leaving(...columns).shown).toEqual(shown);
  });

  it('is named by its heading and its class', () => {
    expect(leaving('members.disability').findings[0]).toMatchObject({
      field: 'disability',
      params: { class: 'sealed' },
    });
  });

  it('says that there are no headings only where no table has any', () => {
    const sent = { families, isWithoutSheet: true as const, leaving: ['families.applicant'] };
    const alone = outcomeOf('privacy/leaves-workbook', sent);
    expect(alone).toMatchObject({ findings: [], skipped: ['not-sent headings'] });
    const beside = outcomeOf('privacy/leaves-workbook', { ...sent, reports: [EXAMPLE_FORM] });
    expect(beside).toMatchObject({ findings: [], skipped: [] });
    expect(leaving('families.applicant').skipped).toEqual([]);
  });
});
