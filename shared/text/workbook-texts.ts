/** Sentences for everything that can stand between a person and a workbook. */
import type { Language } from './format.ts';
import { translator } from './format.ts';

const RU = {
  'read-only': 'Книга открыта только для чтения: записать в неё нельзя. Сохраните копию и работайте в ней.',
  'sheet-missing': 'Этого листа в книге больше нет. Проверьте книгу ещё раз.',
  'sheet-protected': 'Лист защищён. Снимите защиту листа (вкладка «Рецензирование») и повторите.',
  'cell-edit-mode': 'В Excel сейчас правится ячейка. Нажмите Enter или Esc и повторите.',
  'too-large': 'Данных больше, чем книга может принять за один раз. Разделите реестр на части.',
  'host-busy': 'Excel занят. Подождите немного и повторите.',
  'host-lost': 'Связь с Excel потеряна. Закройте панель и откройте её снова; данные в книге остались.',
  'state-damaged': 'Сведения надстройки внутри книги повреждены. Они оставлены как есть; проверять книгу можно.',
  stopped: 'Остановлено. В книге ничего не изменилось.',
  'not-a-workbook': 'Это не книга Excel. Выберите файл .xlsx, .xlsm, .xls, .ods или .csv.',
  'password-protected': 'Книга закрыта паролем. Откройте её в Excel, снимите пароль, сохраните и выберите снова.',
  'damaged-file': 'Файл повреждён или загружен не до конца. Скопируйте его ещё раз или сохраните заново в Excel.',
  bomb: 'Файл устроен так, что при открытии занял бы всю память компьютера. Он не открыт. Сохраните его заново в Excel.',
  'empty-file': 'Файл пуст: в нём нет ни одной заполненной ячейки.',
  'no-text': 'В книге только рисунки: нет ни одной заполненной ячейки. Нужна таблица, а не её снимок.',
  'unsupported-format': 'Файл такого вида не читается. Откройте его в Excel и сохраните как «Книга Excel (.xlsx)».',
  'one-sheet': 'В текстовом файле (.csv) только один лист. Сохраните протокол отдельным файлом.',
} as const;

const EN: Readonly<Record<keyof typeof RU, string>> = {
  'read-only': 'The workbook is open read-only: nothing can be written to it. Save a copy and work in that.',
  'sheet-missing': 'This sheet is no longer in the workbook. Check the workbook again.',
  'sheet-protected': 'The sheet is protected. Remove the protection (Review tab) and try again.',
  'cell-edit-mode': 'A cell is being edited in Excel. Press Enter or Esc and try again.',
  'too-large': 'This is more data than the workbook can take at once. Split the register into parts.',
  'host-busy': 'Excel is busy. Wait a moment and try again.',
  'host-lost': 'The connection with Excel is lost. Close the pane and open it again; the data in the workbook is safe.',
  'state-damaged':
    "The add-in's data inside the workbook are damaged. They are left as they are; checking still works.",
  stopped: 'Stopped. Nothing has changed in the workbook.',
  'not-a-workbook': 'This is not an Excel workbook. Choose an .xlsx, .xlsm, .xls, .ods or .csv file.',
  'password-protected':
    'The workbook is locked with a password. Open it in Excel, remove the password, save it and choose it again.',
  'damaged-file': 'The file is damaged or was not loaded completely. Copy it again, or save it anew in Excel.',
  bomb: "The file is built so that opening it would fill the computer's memory. It was not opened. Save it anew in Excel.",
  'empty-file': 'The file is empty: none of its cells is filled.',
  'no-text': 'The workbook contains only pictures: no cell is filled. A table is needed, not a picture of one.',
  'unsupported-format': 'This kind of file cannot be read. Open it in Excel and save it as “Excel Workbook (.xlsx)”.',
  'one-sheet': 'A text file (.csv) has only one sheet. Save the protocol as a separate file.',
};

/** Codes that a workbook can answer with. */
export type WorkbookProblem = keyof typeof RU;

const NOTICES_RU = {
  'macros-ignored': 'В книге есть макросы. Они не выполняются; в сохранённой копии останутся как были.',
  'saved-as-xlsx':
    'Копия сохраняется в новом виде — .xlsx: значения те же, формулы заменены их значениями, оформление проще.',
  'state-not-kept': 'В текстовом файле (.csv) хранить пояснения и настройки негде: они действуют до закрытия страницы.',
} as const;

const NOTICES_EN: Readonly<Record<keyof typeof NOTICES_RU, string>> = {
  'macros-ignored': 'The workbook has macros. They are not run; the saved copy keeps them as they were.',
  'saved-as-xlsx':
    'The copy is saved as .xlsx: the values are the same, formulas become their values, the look is plainer.',
  'state-not-kept':
    'Explanations and settings cannot be stored in a text file (.csv): they last until the page is closed.',
};

/** What a person should know about an opened file. */
export type WorkbookNotice = keyof typeof NOTICES_RU;

const problem = translator({ ru: RU, en: EN });
const notice = translator({ ru: NOTICES_RU, en: NOTICES_EN });

/** What went wrong with the workbook and what to do, in one or two sentences. */
export function workbookProblemText(code: WorkbookProblem, language: Language): string {
  return problem(language, code);
}

/** What a person should know about a file that was opened. */
export function workbookNoticeText(code: WorkbookNotice, language: Language): string {
  return notice(language, code);
}
