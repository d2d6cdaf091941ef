import type { RuleTexts } from './rule-text.ts';

export const CATEGORY_TEXTS: RuleTexts<'category'> = {
  'category/child-over-three': {
    title: { ru: 'ОВЗ до 3 лет, а ребёнок старше', en: 'Category for children up to 3, and the child is older' },
    message: {
      ru: 'Категория «ОВЗ от рождения до {years}-х лет» больше не подходит: на {day} в семье нет ребёнка младше {years} лет. Замените категорию или проверьте дату рождения.',
      en: 'The category for children up to {years} no longer fits: on {day} the family has no child under {years}. Change the category or check the birth date.',
    },
    hint: {
      ru: 'Категория действует до третьего дня рождения ребёнка. Поставьте другую категорию.',
      en: 'The category ends on the third birthday. Choose another category.',
    },
  },
  'category/large-family': {
    title: { ru: 'Многодетная, а детей меньше трёх', en: 'Large family with fewer than three children' },
    message: {
      ru: 'Категория «многодетная», а детей младше 18 лет (при очном обучении — младше 23) на {day} — {count}. Нужно не меньше {children}. Норма: Указ Президента РФ от 23.01.2024 N 63. Проверьте категорию и список детей.',
      en: 'The family is called large, but on {day} it has {count, plural, =0 {no child} one {# child} other {# children}} under 18 (under 23 in full-time study). At least {children} are needed. Norm: Decree of the President of 23.01.2024 No. 63. Check the category and the children.',
    },
    hint: {
      ru: 'Допишите детей, отметьте очное обучение или уберите категорию.',
      en: 'Add the missing children, mark full-time study, or remove the category.',
    },
  },
  'category/no-children': {
    title: { ru: 'Нет ни одного ребёнка', en: 'No child in the row' },
    message: {
      ru: 'В строке нет ни одного ребёнка, а категория семьи этого не допускает. Впишите детей или проверьте категорию.',
      en: 'The row names no child, and the category of the family needs one. Enter the children or check the category.',
    },
    hint: {
      ru: 'Без ребёнка в реестре могут быть только семьи с намерением отказаться от ребёнка и беременные в трудной жизненной ситуации. Впишите детей или исправьте категорию.',
      en: 'Only families who intend to give up a child and pregnant women in a difficult situation may have no child. Enter the children or correct the category.',
    },
  },
  'category/out-of-scope': {
    title: { ru: 'Категория не для этого порядка', en: 'Category outside the scope' },
    message: {
      ru: 'Ни одна из категорий семьи не входит в этот порядок сопровождения. Он для категорий: {scope}. Проверьте категорию или выбранный набор норм.',
      en: 'None of the family’s categories is covered by this procedure. It is for: {scope}. Check the category or the chosen set of norms.',
    },
    hint: {
      ru: 'Исправьте категорию или выберите набор норм, который подходит этому реестру.',
      en: 'Correct the category or choose the set of norms that fits this register.',
    },
  },
};
