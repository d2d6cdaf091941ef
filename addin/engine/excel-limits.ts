/** Bounds and counts of Excel's own: the same in a workbook that is open and in a file. */

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
/** Letters of a cell. */
export const MAX_CELL_TEXT = 32_767;
/** Days between the serial numbers of the 1904 date system and those of the 1900 system. */
export const DAYS_1904 = 1_462;
/** The serial number of 1 March 1900: only from here on Excel counts as the calendar does. */
export const FIRST_TRUE_SERIAL = 61;
/** The way dates are written when a cell has no date format of its own. */
export const DATE_FORMAT = 'dd.mm.yyyy';
