/** The pages of the rule book, made from the rules and their words. The same rules always give the same pages. */
import type { RecordKind } from '../../shared/domain/fields.ts';
import { checkRegister } from '../../shared/rules/check-register.ts';
import type { Examples, RegisterSketch } from '../../shared/rules/example.ts';
import { checkRegion, REGION_RULES } from '../../shared/rules/region/check-region.ts';
import type { RegionRule, RegionSketch } from '../../shared/rules/region/region-rule.ts';
import { regionRun } from '../../shared/rules/region/test-region.ts';
import { RULES } from '../../shared/rules/registry.ts';
import type { Rule } from '../../shared/rules/rule.ts';
import { testRun } from '../../shared/rules/test-register.ts';
import type { Language } from '../../shared/text/format.ts';
import { regionMessage } from '../../shared/text/region-rule-texts.ts';
import { findingMessage, skippedText } from '../../shared/text/rule-texts.ts';
import { RULE_TEXTS } from '../../shared/text/rules/all-rules.ts';
import { REGION_TEXTS } from '../../shared/text/rules/region.ts';
import type { RuleText } from '../../shared/text/rules/rule-text.ts';
import { fieldTitle, regionBlocks, sketchBlocks } from './sketch-tables.ts';
import { basisText, COLUMNS, GROUPS, packPart, SEVERITIES, TABLES, WORDS } from './words.ts';

/** A rule with everything a page says of it. */
interface Entry {
  readonly id: string;
  readonly group: string;
  readonly severity: string;
  readonly text: RuleText;
  readonly basis: readonly string[];
  readonly needs: readonly string[];
  readonly looksAt: (language: Language) => string;
  readonly requires: (language: Language) => string;
  readonly examples: (language: Language) => readonly Example[];
}

interface Example {
  readonly kind: 'passes' | 'fails' | 'undecidable';
  readonly blocks: readonly string[];
  /** What the rule says to it. */
  readonly says: readonly string[];
}

const KINDS = ['passes', 'fails', 'undecidable'] as const;
const groupOf = (id: string): string => id.split('/')[0] ?? id;

/** Path below docs/rules → text. */
export function ruleBook(): ReadonlyMap<string, string> {
  const entries = [...RULES.map(registerEntry), ...REGION_RULES.map(regionEntry)];
  const groups = Map.groupBy(entries, ({ group }) => group);
  const pages = new Map<string, string>();
  for (const language of ['ru', 'en'] as const) {
    pages.set(`${language}/README.md`, indexPage(groups, language));
    for (const [group, rules] of groups) pages.set(`${language}/${group}.md`, groupPage(group, rules, language));
  }
  return pages;
}

function indexPage(groups: ReadonlyMap<string, readonly Entry[]>, language: Language): string {
  const blocks = [`# ${WORDS.title[language]}`, WORDS.intro[language], WORDS.exampleNote[language]];
  for (const [group, rules] of groups) {
    const lines = rules.map(
      ({ id, text, severity }) =>
        `| [${text.title[language]}](${group}.md#${anchor(id)}) | \`${id}\` | ${severityWord(severity, language)} |`,
    );
    const head = `| ${WORDS.rule[language]} | | ${WORDS.severity[language]} |\n|---|---|---|`;
    blocks.push(`## ${groupTitle(group, language)}`, `${head}\n${lines.join('\n')}`);
  }
  return `${blocks.join('\n\n')}\n`;
}

function groupPage(group: string, rules: readonly Entry[], language: Language): string {
  const head = [
    `# ${groupTitle(group, language)}`,
    `[${WORDS.back[language]}](README.md)`,
    WORDS.exampleNote[language],
  ];
  return `${[...head, ...rules.flatMap((rule) => ruleBlocks(rule, language))].join('\n\n')}\n`;
}

function ruleBlocks(entry: Entry, language: Language): readonly string[] {
  const { id, text, severity, basis, needs } = entry;
  const requires = entry.requires(language);
  const facts = [
    `- **${WORDS.severity[language]}**: ${severityWord(severity, language)}`,
    `- **${WORDS.basis[language]}**: ${basis.map((one) => basisText(one, language)).join('; ')}`,
    `- **${WORDS.looksAt[language]}**: ${entry.looksAt(language)}`,
    ...(requires === '' ? [] : [`- **${WORDS.cannotDoWithout[language]}**: ${requires}`]),
    ...(needs.length === 0
      ? []
      : [`- **${WORDS.needs[language]}**: ${needs.map((one) => packPart(one, language)).join('; ')}`]),
    `- **${WORDS.hint[language]}**: ${text.hint[language]}`,
  ];
  const examples = entry.examples(language);
  return [
    `<a id="${anchor(id)}"></a>`,
    `## ${text.title[language]}`,
    `\`${id}\``,
    facts.join('\n'),
    `**${WORDS.template[language]}**`,
    `\`\`\`text\n${text.message[language]}\n\`\`\``,
    ...KINDS.flatMap((kind) => [
      `### ${WORDS[kind][language]}`,
      ...examples
        .filter((example) => example.kind === kind)
        .flatMap(({ blocks, says }, index) => [`**${index + 1}.**`, ...blocks, ...says.map((say) => `> ${say}`)]),
    ]),
  ];
}

function registerEntry(rule: Rule): Entry {
  const kind: RecordKind = 'table' in rule ? rule.table : 'families';
  const titles = (fields: readonly string[], language: Language): string =>
    fields.map((field) => `«${fieldTitle(kind, field, language)}»`).join(', ');
  return {
    id: rule.id,
    group: groupOf(rule.id),
    severity: rule.severity,
    text: RULE_TEXTS[rule.id],
    basis: rule.basis,
    needs: rule.needs,
    looksAt: (language) => {
      const tables = rule.scope === 'register' ? rule.tables : rule.scope === 'column' ? Object.keys(TABLES) : [kind];
      const named = rule.scope === 'family' ? [...tables, ...rule.tables] : tables;
      const words = named.map((table) => TABLES[table]?.[language] ?? table).join(', ');
      if (rule.scope === 'register') return words;
      return `${words}: ${typeof rule.reads === 'string' ? (COLUMNS[rule.reads]?.[language] ?? '') : titles(rule.reads, language)}`;
    },
    requires: (language) => ('requires' in rule ? titles(rule.requires, language) : ''),
    examples: (language) =>
      examplesOf(rule.examples, (sketch) => ({
        blocks: sketchBlocks(sketch, language),
        says: saidToRegister(rule, sketch, language),
      })),
  };
}

function saidToRegister(rule: Rule, sketch: RegisterSketch, language: Language): readonly string[] {
  const { register, pack, asOf } = testRun(sketch);
  const { findings, ledger } = checkRegister(register, { pack, asOf, rules: [rule], leaving: sketch.leaving ?? [] });
  const skipped = ledger.flatMap((entry) => entry.skipped);
  return [
    ...findings.map((finding) => findingMessage(finding, language)),
    ...(findings.length > 0 ? [] : skipped.map((one) => skippedText(one, language))),
  ];
}

function regionEntry(rule: RegionRule): Entry {
  return {
    id: rule.id,
    group: groupOf(rule.id),
    severity: rule.severity,
    text: REGION_TEXTS[rule.id],
    basis: rule.basis,
    needs: rule.needs,
    looksAt: (language) =>
      language === 'ru'
        ? 'реестры нескольких районов: отпечатки, даты и коды, без имён'
        : 'registers of several districts: fingerprints, dates and codes, no names',
    requires: () => '',
    examples: (language) =>
      examplesOf(rule.examples, (sketch) => ({
        blocks: regionBlocks(sketch, language),
        says: saidToRegion(rule, sketch, language),
      })),
  };
}

function saidToRegion(rule: RegionRule, sketch: RegionSketch, language: Language): readonly string[] {
  const { findings, ledger } = checkRegion(regionRun(sketch), [rule]);
  const said = findings.map((finding) => `${finding.district}: ${regionMessage(finding, language)}`);
  return said.length > 0 ? said : ledger.flatMap(({ skipped }) => skipped.map((one) => skippedText(one, language)));
}

function examplesOf<S>(
  examples: Readonly<Record<keyof Examples, readonly S[]>>,
  show: (sketch: S) => Omit<Example, 'kind'>,
): readonly Example[] {
  return KINDS.flatMap((kind) => examples[kind].map((sketch) => ({ kind, ...show(sketch) })));
}

const anchor = (id: string): string => id.replace('/', '-');
const groupTitle = (group: string, language: Language): string => GROUPS[group]?.[language] ?? group;
const severityWord = (severity: string, language: Language): string => SEVERITIES[severity]?.[language] ?? severity;
