/** «Протокол проверки» as a plain table, for a file and for the clipboard. Every rule has its line, with what it did. */
import type { CheckResult, Skipped } from '../../shared/domain/finding.ts';

/** The words of the table, already in the reader's language. */
export interface ProtocolWords {
  readonly rule: string;
  readonly looked: string;
  readonly findings: string;
  readonly notJudged: string;
  readonly titleOf: (rule: string) => string;
  readonly reasonOf: (skipped: Skipped) => string;
}

export function protocolTable({ ledger }: CheckResult, words: ProtocolWords): readonly (readonly string[])[] {
  return [
    [words.rule, words.looked, words.findings, words.notJudged],
    ...ledger.map(({ rule, looked, findings, skipped }) => [
      words.titleOf(rule),
      String(looked),
      String(findings),
      skipped.map(words.reasonOf).join('; '),
    ]),
  ];
}

/** A .csv that Excel with Russian settings opens at once: semicolons, and a mark that says UTF-8. */
export function csvText(table: readonly (readonly string[])[]): string {
  return `\uFEFF${table.map((row) => row.map(csvCell).join(';')).join('\r\n')}\r\n`;
}

/** Rows for the clipboard: pasted into a sheet, each cell finds its place. */
export function clipboardText(table: readonly (readonly string[])[]): string {
  return table.map((row) => row.map((cell) => unformula(cell).replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\r\n');
}

function csvCell(text: string): string {
  const safe = unformula(text);
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A text that a spreadsheet would take for a formula gets an apostrophe. */
function unformula(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
