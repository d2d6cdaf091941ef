/**
 * The words of a rule. One file per group beside this one; shared/text/rule-texts.ts puts them together.
 *
 * A message says what is wrong, what was expected, the norm with its source where there is one, and what to do. It is
 * an ICU message over the finding's params, plus what is always there:
 *   {value}   what stands in the cell
 *   {field}   the field's name in the reader's language
 *   {xRu} and {xEn} among the params are one parameter {x}: the one of the reader's language is taken
 *             (titles of levels, sources of norms: see `both` in shared/rules/rule.ts)
 *   params whose name ends in "Field" hold a field's name and are shown as its title
 * ISO dates are shown as дд.мм.гггг.
 */
import type { RuleGroup, RuleIdOf } from '../../domain/rule-ids.ts';

export interface Bilingual {
  readonly ru: string;
  readonly en: string;
}

export interface RuleText {
  /** The rule in a few words, for headings and the protocol. No parameters. */
  readonly title: Bilingual;
  readonly message: Bilingual;
  /** How to mend it, a sentence for the card of a finding. No parameters. */
  readonly hint: Bilingual;
}

/** The texts of a whole group: leaving a rule out does not compile. */
export type RuleTexts<G extends RuleGroup> = Readonly<Record<RuleIdOf<G>, RuleText>>;
