/** "Договор > Дата": a heading path as people and corrections write it. */
export function pathText(path: readonly string[]): string {
  return path.join(' > ');
}
