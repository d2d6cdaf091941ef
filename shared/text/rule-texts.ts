/** What rules say to people: messages of findings, titles, hints, and why something was not judged. */
import { FIELDS } from '../domain/fields.ts';
import type { Finding, FindingParams, Skipped } from '../domain/finding.ts';
import { isRuleId } from '../domain/rule-ids.ts';
import { formatMessage, type Language } from './format.ts';
import { NORM_NAMES } from './norm-names.ts';
import { RULE_TEXTS } from './rules/all-rules.ts';
import { SKIP_TEXTS } from './rules/skips.ts';
import type { Bilingual, RuleText } from './rules/rule-text.ts';

/** The message of a finding: what is wrong, what was expected, the norm, what to do. */
export function findingMessage(finding: Finding, language: Language): string {
  const { rule, params, value, field } = finding;
  const text = textOf(rule);
  if (!text) return rule;
  const shown = { value, field: field === null ? '' : fieldTitle(field, language), ...paramsIn(params, language) };
  return formatMessage(language, text.message[language], shown);
}

/** The rule in a few words. An unknown id is given back as it is (an old finding of a newer program). */
export function ruleTitle(ruleId: string, language: Language): string {
  return textOf(ruleId)?.title[language] ?? ruleId;
}

/** How to mend what the rule finds. */
export function ruleHint(ruleId: string, language: Language): string {
  return textOf(ruleId)?.hint[language] ?? '';
}

/** Why a rule, or a part of it, was not judged: «Нет столбца «Дата образования семьи»: не проверено 12 строк.» */
export function skippedText({ reason, detail, rows }: Skipped, language: Language): string {
  const [kind = '', ...rest] = detail.split(':');
  const name = rest.join(':');
  const about = NORM_NAMES[detail]?.[language] ?? (aboutOf(kind, name, language) || detail);
  return formatMessage(language, SKIP_TEXTS[reason][language], { about, kind, rows });
}

const ROWS: Bilingual = {
  ru: '{rows, plural, one {# строка} few {# строки} many {# строк} other {# строки}}',
  en: '{rows, plural, one {# row} other {# rows}}',
};

/** «12 строк». */
export function rowsText(rows: number, language: Language): string {
  return formatMessage(language, ROWS[language], { rows });
}

function aboutOf(kind: string, name: string, language: Language): string {
  if (kind === 'field') return fieldTitle(name, language);
  if (kind === 'table') return TABLE_TITLES[name]?.[language] ?? name;
  return (kind === 'columns' ? COLUMN_TITLES[name]?.[language] : undefined) ?? name;
}

/** A field's name for people; the name in code where there is none. */
export function fieldTitle(field: string, language: Language): string {
  for (const fields of Object.values(FIELDS)) {
    const specs: Readonly<Record<string, { readonly title: Bilingual }>> = fields;
    const spec = Object.hasOwn(specs, field) ? specs[field] : undefined;
    if (spec) return spec.title[language];
  }
  return field;
}

/** After «Нет столбцов». */
const COLUMN_TITLES: Readonly<Record<string, Bilingual>> = {
  all: { ru: 'с известными полями', en: 'with known fields' },
  dates: { ru: 'с датами', en: 'with dates' },
  events: { ru: 'с датами событий', en: 'with dates of events' },
  numbers: { ru: 'с числами', en: 'with numbers' },
};

const TABLE_TITLES: Readonly<Record<string, Bilingual>> = {
  families: { ru: 'реестр семей', en: 'register of families' },
  members: { ru: 'состав семей', en: 'members of families' },
  visits: { ru: 'журнал посещений', en: 'journal of visits' },
  'visits-earlier': { ru: 'посещения прежних лет', en: 'visits of earlier years' },
  measures: { ru: 'мероприятия программ', en: 'measures of programmes' },
  specialists: { ru: 'список специалистов', en: 'staff list' },
  summary: { ru: 'отчётная форма', en: 'report form' },
};

function textOf(ruleId: string): RuleText | undefined {
  return isRuleId(ruleId) ? RULE_TEXTS[ruleId] : undefined;
}

/** Takes the parameters of the reader's language, and names fields. */
function paramsIn(params: FindingParams, language: Language): FindingParams {
  const shown: Record<string, string | number | readonly string[]> = {};
  const [own, other] = language === 'ru' ? ['Ru', 'En'] : ['En', 'Ru'];
  for (const [name, value] of Object.entries(params)) {
    if (name.endsWith('Field') && typeof value === 'string') shown[name] = fieldTitle(value, language);
    else if (name.endsWith(own)) shown[name.slice(0, -2)] = value;
    else if (!name.endsWith(other)) shown[name] = value;
  }
  return shown;
}
