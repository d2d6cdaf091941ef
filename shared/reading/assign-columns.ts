/**
 * One-to-one assignment of columns to fields with the best total score (Kuhn–Munkres with potentials, O(n²m)).
 * Greedy first hits would give «Дата» of one group to a field that another column fits better.
 */

/** Index of the field given to each column, or -1. Scores of 0 or less are never assigned. */
export function assignBest(scores: readonly (readonly number[])[]): readonly number[] {
  const rows = scores.length;
  const fields = scores[0]?.length ?? 0;
  if (rows === 0 || fields === 0) return scores.map(() => -1);
  // Every row also has a free seat of its own, so that no row must take a field it does not fit.
  const columns = fields + rows;
  const cost = (row: number, column: number): number =>
    column < fields ? -Math.max(0, scores[row]?.[column] ?? 0) : 0;
  const seats = matchRows(rows, columns, cost);
  const result = scores.map(() => -1);
  for (let column = 1; column <= fields; column += 1) {
    const row = seats[column] ?? 0;
    if (row > 0 && (scores[row - 1]?.[column - 1] ?? 0) > 0) result[row - 1] = column - 1;
  }
  return result;
}

/** The row (from 1) that takes each column (from 1); 0 for none. Minimises the total cost. */
function matchRows(rows: number, columns: number, cost: (row: number, column: number) => number): Int32Array {
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  const seats = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row += 1) {
    const previous = new Int32Array(columns + 1);
    const least = new Float64Array(columns + 1).fill(Infinity);
    const used = new Uint8Array(columns + 1);
    seats[0] = row;
    let column = 0;
    do {
      used[column] = 1;
      const current = seats[column] ?? 0;
      let delta = Infinity;
      let next = 0;
      for (let other = 1; other <= columns; other += 1) {
        if (used[other]) continue;
        const reduced = cost(current - 1, other - 1) - (rowPotential[current] ?? 0) - (columnPotential[other] ?? 0);
        if (reduced < (least[other] ?? 0)) {
          least[other] = reduced;
          previous[other] = column;
        }
        if ((least[other] ?? 0) < delta) {
          delta = least[other] ?? 0;
          next = other;
        }
      }
      for (let other = 0; other <= columns; other += 1) {
        if (used[other]) {
          const seat = seats[other] ?? 0;
          rowPotential[seat] = (rowPotential[seat] ?? 0) + delta;
          columnPotential[other] = (columnPotential[other] ?? 0) - delta;
        } else least[other] = (least[other] ?? 0) - delta;
      }
      column = next;
    } while ((seats[column] ?? 0) !== 0);
    while (column !== 0) {
      const before = previous[column] ?? 0;
      seats[column] = seats[before] ?? 0;
      column = before;
    }
  }
  return seats;
}
