/** What the browsers say when a part of the program, or its style sheet, does not come over the network. */
const SAYINGS = [
  /failed to fetch dynamically imported module/i,
  /error loading dynamically imported module/i,
  /importing a module script failed/i,
  /unable to preload css/i,
];

/** True for the failure of an `import()` that the network is to blame for: nothing is wrong with anybody's file. */
export function isNotFetched(error: unknown): boolean {
  return error instanceof Error && SAYINGS.some((saying) => saying.test(error.message));
}
