/** The name that a report of the add-in gets among the sheets of a workbook. */

/** Excel's bound for names of sheets. */
const MOST_LETTERS = 31;

/**
 * The wanted name where it is free or belongs to an earlier report, or else the first of «name (2)», «name (3)» … of
 * which that is true. Case does not tell sheets apart.
 */
export function freeReportName(
  wanted: string,
  sheets: readonly { readonly name: string; readonly isReport: boolean }[],
): string {
  const taken = new Set(sheets.filter(({ isReport }) => !isReport).map(({ name }) => name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '' : ` (${number})`;
    const name = `${wanted.slice(0, MOST_LETTERS - ending.length)}${ending}`;
    if (!taken.has(name.toLowerCase())) return sheets.find((one) => isSame(one.name, name))?.name ?? name;
  }
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
