/** What region rules say to people. */
import type { FindingParams } from '../domain/finding.ts';
import type { RegionRuleId } from '../domain/rule-ids.ts';
import { formatMessage, type Language } from './format.ts';
import { REGION_TEXTS } from './rules/region.ts';

/** The message of a finding of a region rule. */
export function regionMessage(
  { rule, params }: { readonly rule: RegionRuleId; readonly params: FindingParams },
  language: Language,
): string {
  const suffix = language === 'ru' ? 'Ru' : 'En';
  const own = Object.entries(params).map(([name, value]) => [name.endsWith(suffix) ? name.slice(0, -2) : name, value]);
  return formatMessage(language, REGION_TEXTS[rule].message[language], Object.fromEntries(own));
}

/** What a rule of the region is called. */
export function regionTitle(rule: RegionRuleId, language: Language): string {
  return REGION_TEXTS[rule].title[language];
}

/** What can be done about a finding of a rule of the region. */
export function regionHint(rule: RegionRuleId, language: Language): string {
  return REGION_TEXTS[rule].hint[language];
}
