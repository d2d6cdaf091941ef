import type { RuleTexts } from './rule-text.ts';

export const PRIVACY_TEXTS: RuleTexts<'privacy'> = {
  'privacy/leaves-workbook': {
    title: { ru: 'Личные сведения уйдут из книги', en: 'Personal data would leave the workbook' },
    message: {
      ru: 'Столбец «{field}» настроен на отправку без шифрования, а в нём {class, select, sealed {сведения, по которым узнают человека} other {свободный текст, где могут быть личные сведения}}. Норма: 152-ФЗ, статьи 10 и 18. Верните настройку «не отправлять».',
      en: 'The column “{field}” is set to leave the workbook unsealed, but it holds {class, select, sealed {data that identify a person} other {free text that may hold personal data}}. Norm: 152-FZ, articles 10 and 18. Set it back to “stays here”.',
    },
    hint: {
      ru: 'Имена, адреса, телефоны, СНИЛС и сведения о здоровье остаются в книге.',
      en: 'Names, addresses, telephones, SNILS numbers and health data stay in the workbook.',
    },
  },
};
