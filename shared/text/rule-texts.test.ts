import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { RULE_IDS } from '../domain/rule-ids.ts';
import type { Finding } from '../domain/finding.ts';
import { findingMessage, ruleHint, ruleTitle, skippedText } from './rule-texts.ts';
import { RULE_TEXTS } from './rules/all-rules.ts';
import { SKIP_TEXTS } from './rules/skips.ts';

/** Names of the arguments of an ICU message, inner ones too. */
function argumentsOf(pattern: string): readonly string[] {
  const names = new Set<string>();
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(walk);
    else if (typeof node === 'object' && node !== null) {
      if ('type' in node && node.type !== 0 && node.type !== 7 && 'value' in node) names.add(String(node.value));
      Object.values(node).forEach(walk);
    }
  };
  walk(new IntlMessageFormat(pattern, 'ru').getAst());
  return [...names].toSorted();
}

const finding = (rule: string, more: Partial<Finding> = {}): Finding => ({
  rule,
  severity: 'error',
  cell: { sheet: 'Реестр', row: 2, column: 0 },
  field: 'contractDate',
  value: '31.02.2025',
  params: {},
  fix: null,
  related: [],
  subject: null,
  curator: null,
  identity: 'x',
  ...more,
});

const said = (digits: number) =>
  findingMessage(finding('cell/snils', { params: { problem: 'length', digits, expected: '' } }), 'ru');

describe('the words of rules', () => {
  it('[R4] take the same parameters in both languages', () => {
    const uneven = RULE_IDS.filter((id) => {
      const { ru, en } = RULE_TEXTS[id].message;
      return argumentsOf(ru).join() !== argumentsOf(en).join();
    });
    expect(uneven).toEqual([]);
  });

  it('name the field and the value in the reader’s language', () => {
    expect(findingMessage(finding('cell/date-invalid', { params: { of: 'event' } }), 'ru')).toBe(
      '«31.02.2025» — это не дата. Нужен существующий день, например 31.12.2025. Исправьте ячейку «Дата договора».',
    );
    expect(findingMessage(finding('cell/date-invalid', { params: { of: 'event' } }), 'en')).toContain(
      '“Contract date”',
    );
  });

  it('take the parameter of the reader’s language', () => {
    const params = { document: 'contract', missing: 'date' };
    expect(findingMessage(finding('document/incomplete', { params }), 'ru')).toBe(
      'У договора есть номер, но нет даты. Впишите дату.',
    );
  });

  it.each([
    [
      { contract: 'yes', visit: 'yes', visitOn: '2026-03-06', closing: 'no' },
      'записан договор, есть посещение после отказа (06.03.2026), нет даты снятия.',
    ],
    [{ contract: 'no', visit: 'no', visitOn: '', closing: 'no' }, 'но нет даты снятия.'],
    [{ contract: 'no', visit: 'yes', visitOn: '2026-04', closing: 'yes' }, 'но есть посещение после отказа (2026-04).'],
  ])('list what is wrong after a refusal: %j', (params, said) => {
    expect(findingMessage(finding('closing/refused-but-open', { params }), 'ru')).toContain(said);
  });

  it('decline numbers', () => {
    expect([1, 3, 10].map(said)).toEqual([
      expect.stringContaining('1 цифра,'),
      expect.stringContaining('3 цифры,'),
      expect.stringContaining('10 цифр,'),
    ]);
  });

  it('give an unknown rule back as it is', () => {
    expect(findingMessage(finding('later/rule'), 'ru')).toBe('later/rule');
    expect(ruleTitle('later/rule', 'ru')).toBe('later/rule');
    expect(ruleHint('later/rule', 'ru')).toBe('');
  });
});

describe('reasons for not judging', () => {
  it.each([
    [
      { reason: 'column-missing', detail: 'field:formedOn', rows: 3 },
      'Нет столбца «Дата образования семьи». Не проверены 3 строки.',
    ],
    [{ reason: 'column-missing', detail: 'field:formedOn', rows: 0 }, 'Нет столбца «Дата образования семьи».'],
    [{ reason: 'column-missing', detail: 'columns:numbers', rows: 0 }, 'Нет столбцов с числами.'],
    [{ reason: 'table-missing', detail: 'table:visits', rows: 0 }, 'В книге нет таблицы: журнал посещений.'],
    [
      { reason: 'calendar-missing', detail: 'year:2027', rows: 1 },
      'Нет производственного календаря: 2027. Не проверена 1 строка.',
    ],
    [{ reason: 'norm-null', detail: 'rule:cell/phone', rows: 0 }, 'Проверка выключена в наборе норм.'],
  ] as const)('%j', (skipped, said) => {
    expect(skippedText({ rule: 'level/unknown', ...skipped }, 'ru')).toBe(said);
  });

  it('have words in both languages', () => {
    for (const [reason, texts] of Object.entries(SKIP_TEXTS)) {
      expect([reason, argumentsOf(texts.ru)]).toEqual([reason, argumentsOf(texts.en)]);
    }
  });
});
