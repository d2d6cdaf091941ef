/** «Протокол проверки» as a plain table: rendered as a sheet of the workbook, as a file, and on the screen. */
import { sheetA1 } from '../domain/cell-address.ts';
import { isoOf } from '../domain/day.ts';
import type { CheckResult, Finding } from '../domain/finding.ts';
import type { ReportCell, ReportSheet } from '../domain/report-sheet.ts';
import { REPORT_SIGN } from '../domain/report-sheet.ts';
import type { Pack } from '../packs/pack.ts';
import type { Language } from '../text/format.ts';
import { showDate } from '../text/format.ts';
import { protocolText, type ProtocolTextKey } from '../text/protocol-texts.ts';
import { findingMessage, ruleTitle, skippedText } from '../text/rule-texts.ts';

/** A sheet of a hundred thousand lines helps nobody; what is left out is counted in its last line. */
const MOST_FINDINGS = 20_000;

/** What the protocol says of an explanation; it may know more. */
interface ProtocolExplanation {
  readonly reason: string;
  readonly author: string;
  readonly since: string;
}

export interface ProtocolInput {
  readonly file: string;
  readonly result: CheckResult;
  readonly pack: Pack;
  /** Fingerprint of what was read; null where it is not known. */
  readonly hash: string | null;
  /** «31.10.2026, 14:05» in the person's own time. */
  readonly checkedAt: string;
  /** Explanations by the identity of their finding. */
  readonly explanations: ReadonlyMap<string, ProtocolExplanation>;
  readonly leftOut: readonly string[];
}

/** What was checked, for which day and by which norms: enough to repeat the run. Label and value. */
export function protocolFacts(input: ProtocolInput, language: Language): readonly (readonly [string, string])[] {
  const { file, result, pack, hash, checkedAt, explanations, leftOut } = input;
  const { cases, visits, errors, warnings, notes } = result.summary;
  const explained = result.findings.filter(({ identity }) => explanations.has(identity)).length;
  const facts: readonly (readonly [ProtocolTextKey, string])[] = [
    ['file', file || '—'],
    ['as-of', showDate(isoOf(result.asOf))],
    ['pack', protocolText(language, 'pack.value', { title: pack.title[language], id: pack.id, version: pack.version })],
    ['engine', result.engine],
    ['at', checkedAt],
    ['hash', hash ?? '—'],
    ['cases', String(cases)],
    ['visits', String(visits)],
    ['found', protocolText(language, 'found.value', { errors, warnings, notes })],
    ['explained', String(explained)],
    ...(leftOut.length === 0 ? [] : [['left-out', leftOut.join(', ')] as const]),
  ];
  return facts.map(([key, value]) => [protocolText(language, key), value]);
}

/** The whole protocol: facts, the ledger rule by rule, and every finding with a link to its cell. */
export function protocolSheet(input: ProtocolInput, language: Language): ReportSheet {
  const t = (key: ProtocolTextKey): string => protocolText(language, key);
  const notice = input.pack.notice?.[language];
  return {
    name: t('title'),
    widths: [44, 90, 16, 24, 40],
    rows: [
      [{ value: t('title'), look: 'title' }],
      texts(REPORT_SIGN),
      ...(notice === undefined ? [] : [texts(notice)]),
      ...protocolFacts(input, language).map(([label, value]) => texts(label, value)),
      [],
      heading(t('rules')),
      headings(t('rule'), t('not-judged'), t('looked'), t('findings')),
      ...ledgerRows(input.result, language),
      [],
      heading(t('list')),
      ...findingRows(input, language),
    ],
  };
}

function texts(...values: readonly string[]): readonly ReportCell[] {
  return values.map((value) => ({ value }));
}

function heading(value: string): readonly ReportCell[] {
  return [{ value, look: 'title' }];
}

function headings(...values: readonly string[]): readonly ReportCell[] {
  return values.map((value) => ({ value, look: 'heading' }));
}

function ledgerRows({ ledger }: CheckResult, language: Language): readonly (readonly ReportCell[])[] {
  return ledger.map(({ rule, looked, findings, skipped }) => [
    { value: ruleTitle(rule, language) },
    { value: skipped.map((one) => skippedText(one, language)).join('; ') },
    { value: looked },
    { value: findings },
  ]);
}

function findingRows(input: ProtocolInput, language: Language): readonly (readonly ReportCell[])[] {
  const t = (key: ProtocolTextKey): string => protocolText(language, key);
  const { findings } = input.result;
  if (findings.length === 0) return [texts(t('none'))];
  const rest = findings.length - MOST_FINDINGS;
  return [
    headings(t('rule'), t('what'), t('severity'), t('cell'), t('explanation')),
    ...findings.slice(0, MOST_FINDINGS).map((finding) => findingRow(finding, input, language)),
    ...(rest > 0 ? [texts(protocolText(language, 'more', { count: rest }))] : []),
  ];
}

/** How many of the findings stand on paper, and how many the sheet and the file have. */
export function printedText(shown: number, count: number, language: Language): string {
  return protocolText(language, 'printed', { shown, count, kept: Math.min(count, MOST_FINDINGS) });
}

/** «уточняется (Петрова О. И., 30.10.2026)». */
export function explanationText({ reason, author, since }: ProtocolExplanation, language: Language): string {
  return protocolText(language, 'explanation.value', { reason, author, since });
}

function findingRow(finding: Finding, { explanations }: ProtocolInput, language: Language): readonly ReportCell[] {
  const { rule, severity, cell, identity } = finding;
  const explanation = explanations.get(identity);
  return [
    { value: ruleTitle(rule, language) },
    { value: findingMessage(finding, language) },
    { value: protocolText(language, `severity.${severity}`) },
    { value: sheetA1(cell), link: cell },
    { value: explanation ? explanationText(explanation, language) : '' },
  ];
}
