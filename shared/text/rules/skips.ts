/** Why something was not judged. Parameters: about (a field, table, norm or year), kind, rows. */
import type { SkipReason } from '../../domain/finding.ts';
import type { Bilingual } from './rule-text.ts';

const ROWS_RU =
  '{rows, plural, =0 {} one { Не проверена # строка.} few { Не проверены # строки.} many { Не проверено # строк.} other { Не проверено # строки.}}';
const ROWS_EN = '{rows, plural, =0 {} one { # row is not checked.} other { # rows are not checked.}}';

export const SKIP_TEXTS: Readonly<Record<SkipReason, Bilingual>> = {
  'norm-null': {
    ru: `{kind, select, rule {Проверка выключена в наборе норм.} other {Норма не задана в наборе норм: {about}.}}${ROWS_RU}`,
    en: `{kind, select, rule {The set of norms switches this check off.} other {The set of norms has no norm: {about}.}}${ROWS_EN}`,
  },
  'column-missing': {
    ru: `{kind, select, columns {Нет столбцов {about}.} other {Нет столбца «{about}».}}${ROWS_RU}`,
    en: `{kind, select, columns {There are no columns {about}.} other {There is no column “{about}”.}}${ROWS_EN}`,
  },
  'value-unreadable': {
    ru: `Не удалось прочитать или не заполнено: «{about}».${ROWS_RU}`,
    en: `Unreadable or not filled in: “{about}”.${ROWS_EN}`,
  },
  'calendar-missing': {
    ru: `Нет производственного календаря: {about}.${ROWS_RU}`,
    en: `There is no calendar of working days: {about}.${ROWS_EN}`,
  },
  'calendar-provisional': {
    ru: `Производственный календарь предварительный: {about}. Сроки показаны как предупреждения.`,
    en: `The calendar of working days is provisional: {about}. Deadlines are shown as warnings.`,
  },
  'data-too-coarse': {
    ru: `Сведения слишком общие для этой нормы: {about}.${ROWS_RU}`,
    en: `The data are not detailed enough for this norm: {about}.${ROWS_EN}`,
  },
  'table-missing': {
    ru: 'В книге нет таблицы: {about}.',
    en: 'The workbook has no such table: {about}.',
  },
  'not-sent': {
    ru: 'Проверяется только в самой книге: эти сведения её не покидают.',
    en: 'Checked in the workbook only: these data do not leave it.',
  },
  failed: {
    ru: `Проверка не выполнена из-за ошибки программы (код {about}).${ROWS_RU} Остальные проверки выполнены. Сообщите код администратору региона.`,
    en: `The check failed because of an error in the program (code {about}).${ROWS_EN} All other checks were made. Tell the region’s administrator the code.`,
  },
};
