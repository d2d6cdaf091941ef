import { describe, expect, it } from 'vitest';
import { checkRegister } from '../check-register.ts';
import type { RowSketch } from '../example.ts';
import { outcomeOf } from '../test-outcome.ts';
import { testRun } from '../test-register.ts';

type Family = RowSketch<'families'>;

const shown = (id: Parameters<typeof outcomeOf>[0], ...families: readonly Family[]) =>
  outcomeOf(id, { families }).shown;
const fixOf = (id: Parameters<typeof outcomeOf>[0], family: Family) =>
  outcomeOf(id, { families: [family] }).findings.map(({ fix }) => fix?.value);

describe('cell/required', () => {
  it('[R10] asks by stage, and only for columns that are there', () => {
    const empty = {
      applicant: null,
      surveyDate: null,
      curator: null,
      level: null,
      contractNo: null,
      contractDate: null,
    };
    expect(shown('cell/required', empty)).toEqual(['error Реестр!A2']);
    expect(shown('cell/required', { ...empty, surveyDate: '2026-03-01' })).toEqual([
      'error Реестр!A2',
      'error Реестр!C2',
      'error Реестр!D2',
    ]);
    expect(shown('cell/required', { ...empty, contractDate: '2026-03-01' })).toEqual([
      'error Реестр!A2',
      'error Реестр!C2',
      'error Реестр!D2',
      'error Реестр!E2',
    ]);
  });

  it('[R10] takes any later step for the survey, and asks always where no survey is kept', () => {
    expect(shown('cell/required', { surveyDate: null, decisionNo: '7', curator: null })).toHaveLength(1);
    expect(shown('cell/required', { curator: null })).toHaveLength(1);
  });

  it('[R10] asks nothing of a cell for a field that a section gives', () => {
    expect(shown('cell/required', { applicant: 'Ромашкина', level: null, given: ['level'] })).toEqual([]);
  });

  it.each([
    ['2026-10-31', 0],
    ['2026-11-01', 1],
  ])('asks open cases only: closed on %s', (closedOn, count) => {
    expect(shown('cell/required', { applicant: null, closedOn })).toHaveLength(count);
  });
});

describe('cell/date-invalid', () => {
  it.each(['31.02.2025', 'июль', '29.02.2025'])('finds %s', (applicationDate) => {
    expect(shown('cell/date-invalid', { applicationDate })).toEqual(['error Реестр!A2']);
  });

  it('[R11] lets people be born long ago, and nothing be dated in another century', () => {
    expect(shown('cell/date-invalid', { applicantBirthDate: '1931-05-09' })).toEqual([]);
    expect(shown('cell/date-invalid', { contractDate: '2205-01-01' })).toHaveLength(1);
    expect(shown('cell/date-invalid', { contractDate: '1899-12-31' })).toHaveLength(1);
    expect(shown('cell/date-invalid', { contractDate: '1949-12-31' })).toHaveLength(1);
    expect(shown('cell/date-invalid', { contractDate: '1950-01-01' })).toEqual([]);
    expect(shown('cell/date-invalid', { reviewDates: ['1926-03-12'] })).toHaveLength(1);
    expect(shown('cell/date-invalid', { children: [{ birth: '1949-12-31' }] })).toEqual([]);
  });
});

describe('cell/date-as-text', () => {
  it('offers the date', () => {
    expect(fixOf('cell/date-as-text', { closedOn: '2025-10-24', raw: { closedOn: '24 октября 2025 г.' } })).toEqual([
      '2025-10-24',
    ]);
  });
});

describe('cell/date-as-text in a text file and in composite cells', () => {
  it('[R29] leaves a cell with a number and a date alone', () => {
    const { register, pack, asOf } = testRun({
      families: [{ contractNo: '7', contractDate: '2026-03-10', raw: { contractDate: '10.03.2026' } }],
    });
    const families = register.families.map((row) => {
      const columns = row.table.columns.map((column) => ({ ...column, column: 1 }));
      return { ...row, table: { ...row.table, columns } };
    });
    const { findings } = checkRegister({ ...register, families }, { pack, asOf });
    expect(findings.filter(({ rule }) => rule === 'cell/date-as-text')).toEqual([]);
  });
});

describe('cell/date-future', () => {
  it.each([
    ['2026-10-31', 0],
    ['2026-11-01', 1],
  ])('judges %s on 31 October 2026', (surveyDate, count) => {
    expect(shown('cell/date-future', { surveyDate })).toHaveLength(count);
  });
});

describe('cell/number-invalid', () => {
  it('stands on the month', () => {
    expect(shown('cell/number-invalid', { visitsByMonth: { '2026-01': 1, '2026-02': 1.5, '2026-03': 'два' } })).toEqual(
      ['error Реестр!B2', 'error Реестр!C2'],
    );
  });

  it('lets a rate be a fraction, and no count', () => {
    expect(outcomeOf('cell/number-invalid', { specialists: [{ name: 'Ландышева О. И.', rate: 0.25 }] }).shown).toEqual(
      [],
    );
    expect(shown('cell/number-invalid', { termMonths: 0.25 })).toHaveLength(1);
  });
});

describe('cell/code-unknown', () => {
  it('[R13] names the unknown wordings once per cell, and the nearest known one', () => {
    const { findings } = outcomeOf('cell/code-unknown', { families: [{ categories: ['многодетнаа', 'CAT05'] }] });
    expect(findings.map(({ params }) => params)).toEqual([
      { wordings: ['многодетнаа'], count: 1, known: 'yes', suggestion: 'многодетная' },
    ]);
  });

  it('[R13] leaves levels and decisions alone', () => {
    expect(shown('cell/code-unknown', { level: 'неясно', decision: 'неясно' })).toEqual([]);
  });

  it('[R13] is about families: what a visit came to is free text', () => {
    const visits = [{ caseNo: '7', date: '2026-03-10', result: 'слухи' }];
    expect(outcomeOf('cell/code-unknown', { families: [{ source: 'слухи' }], visits })).toMatchObject({
      shown: ['error Реестр!A2'],
      skipped: [],
    });
  });

  it('is not judged by a list that the pack does not have', () => {
    const { register, pack, asOf } = testRun({ families: [{ form: 'какая-то', source: 'слухи' }] });
    const { findings, ledger } = checkRegister(register, {
      pack: { ...pack, codes: { ...pack.codes, forms: [] } },
      asOf,
    });
    expect(findings.flatMap(({ rule, field }) => (rule === 'cell/code-unknown' ? [field] : []))).toEqual(['source']);
    expect(ledger.find(({ rule }) => rule === 'cell/code-unknown')?.skipped).toMatchObject([
      { reason: 'norm-null', detail: 'codes.forms' },
    ]);
  });
});

describe('cell/mixed-alphabet', () => {
  it.each([
    ['Чиcтякова', ['Чистякова']],
    ['ОOО «Рассвет»', ['ООО «Рассвет»']],
    ['IТ', ['IT']],
    ['OOO', []],
    ['СОП и IT', []],
    ['Wiфi', []],
    ['Ромашкина A.П.', ['Ромашкина А.П.']],
    ['Ромашкина А. C.', ['Ромашкина А. С.']],
    ['и т.p., и т.e.', ['и т.р., и т.е.']],
    ['Ромашкина A.C.', []],
    ['д. 5, корп. A, Б', []],
    ['15-A/2025-Б', []],
    ['U.S. и А.В.', []],
  ])('[R14] %s', (note, fixes) => {
    expect(fixOf('cell/mixed-alphabet', { note })).toEqual(fixes);
  });
});

describe('cell/untidy', () => {
  it.each([
    ['applicant', ' Ромашкина', ['Ромашкина']],
    ['applicant', 'Ромашкина\u00a0 Анна', ['Ромашкина Анна']],
    ['applicant', 'Ромашкина\nАнна', ['Ромашкина Анна']],
    ['address', 'ул. Садовая,\nд. 45', ['ул. Садовая, д. 45']],
    ['note', 'звонили\nне отвечает', []],
    ['note', 'звонили \r\nне  отвечает\n', ['звонили\nне отвечает']],
    ['note', 'звонили\r\nне отвечает', []],
    ['applicant', '  ', ['']],
  ])('[R15] %s: %j', (field, text, fixes) => {
    expect(fixOf('cell/untidy', { [field]: text, raw: { [field]: text } })).toEqual(fixes);
  });
});

describe('cell/snils', () => {
  it.each([
    '112-233-445 95',
    '001-001-999 65',
    '001-168-089 00',
    '001-093-837 00',
    '001-048-895 05',
    '005-886-999 00',
    '007-898-642 00',
    '001-001-998 11',
    '-',
    'нет',
  ])('[R16] passes %s', (snils) => expect(shown('cell/snils', { snils })).toEqual([]));
  it.each(['112-233-445 94', '112-233-445', '112-233-445 951', '001-001-999 66', 'неизвестно'])(
    '[R16] finds %s',
    (snils) => expect(shown('cell/snils', { snils })).toEqual(['error Реестр!A2']),
  );
});

describe('cell/phone', () => {
  it.each([
    '8 (3467) 930-771',
    '930-771',
    '+7 (922) 123-45-67',
    '9221234567',
    '7-12-34',
    '89221234567 89221234568',
    'тел. 8-922-123-45-67, вн. 3',
  ])('[R17] passes %s', (phone) => expect(shown('cell/phone', { phone })).toEqual([]));
  it.each(['8 922 123-45-6', '+7 922 123-45-6', '8922123456789', '12-34', '930-771; 1234'])('[R17] finds %s', (phone) =>
    expect(shown('cell/phone', { phone })).toEqual(['warning Реестр!A2']),
  );
});

describe('what a finding says of a telephone', () => {
  it.each([
    ['8 922 123-45-6', { digits: 9, count: 1 }],
    ['+7 922 123-45-6', { digits: 9, count: 1 }],
    ['89221234567, 1234', { digits: 4, count: 2 }],
    ['1234; 89221234567; 123', { digits: 4, count: 3 }],
    ['8922123456789', { digits: 13, count: 1 }],
    ['12345678', { digits: 8, count: 1 }],
    ['1234', { digits: 4, count: 1 }],
    ['89221234567 9221234', { digits: 18, count: 1 }],
  ])('[R17] %s: %j', (phone, params) => {
    expect(outcomeOf('cell/phone', { families: [{ phone }] }).findings.map((one) => one.params)).toEqual([params]);
  });

  it.each([
    '12345',
    '1234567',
    '89221234567   +7 922 123-45-68',
    '8(922)1234567 8 (922) 123-45-68',
    '+79221234567 9221234568'.replace(' ', '   '),
    '89221234567 или 930-771',
    '89221234567 и 930-772',
    '930-771/930-772',
    '930-771\n930-772',
    '8 922 123 45 67 доб. 1234',
    '930-771 вн.12',
    'не знаю',
  ])('[R17] passes %j', (phone) => expect(shown('cell/phone', { phone })).toEqual([]));
});

describe('what a finding says of a СНИЛС', () => {
  it.each([
    ['112-233-445 94', { problem: 'check', digits: 11, expected: '95' }],
    ['001-168-089 01', { problem: 'check', digits: 11, expected: '00' }],
    ['001-093-837 11', { problem: 'check', digits: 11, expected: '00' }],
    ['001-048-895 15', { problem: 'check', digits: 11, expected: '05' }],
    ['112-233-445', { problem: 'length', digits: 9, expected: '' }],
    ['112-233-445 951', { problem: 'length', digits: 12, expected: '' }],
    ['в работе', { problem: 'length', digits: 0, expected: '' }],
    ['нету', { problem: 'length', digits: 0, expected: '' }],
  ])('[R16] %s: %j', (snils, params) => {
    expect(outcomeOf('cell/snils', { families: [{ snils }] }).findings.map((one) => one.params)).toEqual([params]);
  });

  it.each(['Нет', ' отсутствует ', '—', '–', 'X', 'х', null])(
    '[R16] passes %j, which says that there is none',
    (snils) => expect(shown('cell/snils', { snils })).toEqual([]),
  );
});

describe('the nearest wording', () => {
  it.each([
    ['многодэтнае', 'yes'],
    ['мнагодэтнае', 'no'],
  ])('[R13] of «%s» may be other in one letter of four: %s', (categories, known) => {
    const { findings } = outcomeOf('cell/code-unknown', { families: [{ categories }] });
    expect(findings.map(({ params }) => params['known'])).toEqual([known]);
  });

  it.each([
    ['заявление радителей', 'yes'],
    ['сообщение шклоы', 'yes'],
    ['слухи', 'no'],
    ['со', 'no'],
  ])('[R13] of «%s» is named: %s', (source, known) => {
    const { findings } = outcomeOf('cell/code-unknown', { families: [{ source }] });
    expect(findings.map(({ params }) => params['known'])).toEqual([known]);
  });

  it('[R13] is not looked for where several are unknown', () => {
    const [found] = outcomeOf('cell/code-unknown', {
      families: [{ categories: ['неполнаяя', 'многодетнаяя'] }],
    }).findings;
    expect(found?.params).toMatchObject({
      wordings: ['неполнаяя', 'многодетнаяя'],
      count: 2,
      known: 'no',
      suggestion: '',
    });
    const [one] = outcomeOf('cell/code-unknown', { families: [{ categories: ['CAT05', 'неполнаяя'] }] }).findings;
    expect(one?.params).toMatchObject({ wordings: ['неполнаяя'], count: 1, known: 'yes', suggestion: 'неполная' });
  });
});
