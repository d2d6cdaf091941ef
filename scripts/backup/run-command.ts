/** The end of a command on the database: its problem as one sentence and status 2, also where nobody has foreseen it. */

/** Runs a command that gives its problem, or null. `failure` begins the sentence about what was not foreseen. */
export async function runCommand(command: () => Promise<string | null>, failure: string): Promise<void> {
  const problem = await command().catch((error: unknown) => `${failure}: ${firstLine(error)}`);
  if (problem === null) return;
  process.stderr.write(`${problem}\n`);
  process.exitCode = 2;
}

function firstLine(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return line;
}
