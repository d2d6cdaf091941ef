/** Limits of the protocol. The server refuses what goes beyond; the pane cuts its pushes to fit. */

/** The protocol this code speaks. A server or pane of another number says so instead of guessing. */
export const PROTOCOL = 1;

/** Ops of one push at most [PU13]. */
export const MAX_OPS = 5_000;
/** Bytes of a request body at most [PU13]. */
export const MAX_BODY_BYTES = 4_000_000;
/** Rows and characters that the pane puts into one push: little enough for a poor line, enough for few round trips. */
export const OPS_PER_PUSH = 2_000;
export const CHARACTERS_PER_PUSH = 500_000;
/** Live rows of one register at most: so many are judged at once within the 128 MB that a Worker has [PU16]. */
export const MAX_REGISTER_ROWS = 65_000;
/** Working registers of one district at most: a region's page reads something of each [PU18]. */
export const MAX_REGISTERS = 200;
/** Rows that one list names at most: registers from before that limit may be larger. */
export const MAX_LISTED_ROWS = 100_000;
/** Rows of one pull page at most. */
export const MAX_PAGE = 500;
/** Dates, codes or transfers of one cell at most; also periods that a row has numbers for, and columns of a table. */
export const MAX_LIST = 400;
/** Characters of one text at most. */
export const MAX_TEXT = 200;
/** Characters of one text that is sealed at most; a longer one stays in the workbook. */
export const MAX_SEALED_TEXT = 4_000;
/** Characters of one sealed value at most: four bytes for each character of the text, and what seals it. */
export const MAX_SEALED = 22_000;
/** Characters of the reason for a removal at most. */
export const MAX_REASON = 200;
