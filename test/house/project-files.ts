/** The project's own files, for tests that read them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';

/** The folder of package.json. */
export const ROOT = resolve(import.meta.dirname, '../..');

/** Everything under some folders of the project, as paths from its root with «/» on every system. */
export function filesUnder(folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      join(folder, name).split(sep).join('/'),
    ),
  );
}

/** The text of a file of the project. */
export function textOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}
