/** The protocol of a check for people: what was found, rule by rule, and what was not judged. */
import { columnLetters } from '../../shared/domain/cell-address.ts';
import { isoOf } from '../../shared/domain/day.ts';
import type { Finding, Severity } from '../../shared/domain/finding.ts';
import type { Table } from '../../shared/domain/register.ts';
import type { SheetAccount } from '../../shared/reading/reading.ts';
import type { Pack } from '../../shared/packs/pack.ts';
import { formatMessage, showDate } from '../../shared/text/format.ts';
import { findingMessage, ruleTitle, skippedText } from '../../shared/text/rule-texts.ts';
import { withSteeringSeen } from '../../shared/text/steering-marks.ts';
import { workbookNoticeText } from '../../shared/text/workbook-texts.ts';
import type { CheckedFile } from './check-file.ts';

const COUNTS = `{errors, plural, one {# ошибка} few {# ошибки} other {# ошибок}}, {warnings, plural,
  one {# предупреждение} few {# предупреждения} other {# предупреждений}}, {notes, plural, one {# сведение}
  few {# сведения} other {# сведений}}`.replace(/\s+/g, ' ');
const SEVERITY: Readonly<Record<Severity, string>> = { error: 'Ошибка', warning: 'Предупреждение', note: 'Сведение' };
const ORDER: readonly Severity[] = ['error', 'warning', 'note'];

interface ProtocolOptions {
  readonly pack: Pack;
  /** Fingerprint of the content that was read. */
  readonly hash: string;
}

/** The protocol as lines of text, without a line end after the last. */
export function protocolText(checked: CheckedFile, options: ProtocolOptions): string {
  const lines = [...heading(checked, options), ...howRead(checked), ...found(checked), ...notJudged(checked)];
  // A line end in a cell would let it write lines of its own.
  return lines.map((line) => withSteeringSeen(line).replace(/[\r\n]+/g, ' ')).join('\n');
}

function heading({ file, result, notices }: CheckedFile, { pack, hash }: ProtocolOptions): readonly string[] {
  const { cases, visits, errors, warnings, notes } = result.summary;
  return [
    `Протокол проверки: ${file}`,
    `На дату ${showDate(isoOf(result.asOf))}. Нормы: ${pack.title.ru} (${pack.id}, редакция ${pack.version}).`,
    ...(pack.notice ? [pack.notice.ru] : []),
    ...notices.filter((notice) => notice === 'macros-ignored').map((notice) => workbookNoticeText(notice, 'ru')),
    `Версия правил: ${result.engine}. Отпечаток содержания: ${hash}.`,
    `Дел: ${cases}, посещений: ${visits}.`,
    `Найдено: ${formatMessage('ru', COUNTS, { errors, warnings, notes })}.`,
  ];
}

const LEFT_OUT: Readonly<Record<NonNullable<SheetAccount['leftOut']>, string>> = {
  empty: 'пуст',
  hidden: 'скрыт, поэтому не прочитан',
  'no-table': 'таблица реестра не найдена',
  card: 'похож на карточку одной семьи, но прочитан не был',
  'in-columns': 'семьи стоят в столбцах, а нужны в строках; прочитан не был',
  copy: 'копия другого листа за более ранний период, не учтён',
  corrected: 'оставлен в стороне по вашему указанию',
};

function howRead({ reading }: CheckedFile): readonly string[] {
  return ['', 'Как прочитано:', ...reading.account.sheets.flatMap(sheetLines)];
}

function sheetLines({ sheet, tables, leftOut }: SheetAccount): readonly string[] {
  if (leftOut !== null) return [`  лист «${sheet}»: ${LEFT_OUT[leftOut]}`];
  return tables.map(({ firstRow, lastRow, records, columns, hiddenRows, skippedRows }) => {
    const hiddenColumns = columns.filter(({ hidden }) => hidden).length;
    const unknown = columns.filter(({ field }) => field === null).length;
    const counts = [
      `записей: ${records}`,
      `граф: ${columns.length - unknown}`,
      unknown > 0 ? `граф не узнано: ${unknown}` : '',
      skippedRows.length > 0 ? `пропущено строк: ${skippedRows.length}` : '',
      hiddenRows > 0 ? `скрытых строк: ${hiddenRows}` : '',
      hiddenColumns > 0 ? `скрытых граф: ${hiddenColumns}` : '',
    ];
    return `  лист «${sheet}», строки ${firstRow}–${lastRow}: ${counts.filter((count) => count !== '').join(', ')}`;
  });
}

/** Gravest first: 0 for a group with an error in it. */
function rank(findings: readonly Finding[]): number {
  return findings.reduce((least, { severity }) => Math.min(least, ORDER.indexOf(severity)), ORDER.length);
}

function found({ result, reading }: CheckedFile): readonly string[] {
  if (result.findings.length === 0) return ['', 'Замечаний нет.'];
  const groups = [...Map.groupBy(result.findings, ({ rule }) => rule)];
  return groups
    .toSorted(([, a], [, b]) => rank(a) - rank(b) || b.length - a.length)
    .flatMap(([rule, list]) => [
      '',
      `${SEVERITY[list[0]?.severity ?? 'note']}: ${ruleTitle(rule, 'ru')} — ${list.length}`,
      ...list.map((finding) => `  ${place(finding, reading.register.tables)}: ${findingMessage(finding, 'ru')}`),
    ]);
}

/** «лист «Реестр», строка 14, графа «Договор > Дата»» */
function place({ cell, field }: Finding, tables: readonly Table[]): string {
  const columns = tables.flatMap((table) =>
    table.columns.filter(
      ({ column, sheet = table.sheet }) =>
        column === cell.column && sheet === cell.sheet && (sheet !== table.sheet || isInside(table, cell.row)),
    ),
  );
  // Labels of a card stand one below another, and so have one column.
  const heading = (columns.find((column) => column.field === field) ?? columns[0])?.heading;
  const column = heading
    ? `графа «${shortened(heading.replace(/\s+/g, ' '))}»`
    : `столбец ${columnLetters(cell.column)}`;
  return `лист «${cell.sheet}», строка ${cell.row}, ${column}`;
}

/** Headings of official forms run to several lines. */
function shortened(heading: string): string {
  return heading.length > 60 ? `${heading.slice(0, 57).trimEnd()}…` : heading;
}

function isInside({ headerRows, lastRow }: Table, row: number): boolean {
  return row >= Math.min(...headerRows) && row <= lastRow;
}

/** A line a reason with the rules that it stopped: a register lacks few columns, and each stops many rules. */
function notJudged({ result }: CheckedFile): readonly string[] {
  const skipped = result.ledger.flatMap((entry) => entry.skipped);
  if (skipped.length === 0) return ['', 'Не проверено: нет такого.'];
  const rulesByReason = new Map<string, Set<string>>();
  for (const entry of skipped) {
    const reason = skippedText({ ...entry, rows: 0 }, 'ru');
    const rules = rulesByReason.get(reason) ?? new Set();
    rulesByReason.set(reason, rules.add(ruleTitle(entry.rule, 'ru')));
  }
  const rules = new Set(skipped.map(({ rule }) => rule));
  return [
    '',
    `Не проверено или проверено не полностью: ${rules.size}`,
    ...[...rulesByReason].map(([reason, titles]) => `  ${reason} ${[...titles].join(' · ')}`),
  ];
}
