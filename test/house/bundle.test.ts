import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('what Worker and pane carry', () => {
  it('is zod without its sentences in fifty languages: no file takes the whole library by one name', () => {
    const files = ['shared', 'worker', 'addin'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => join(root, folder, name)),
    );
    const takers = files.filter((file) => /from 'zod'/.test(readFileSync(file, 'utf8')));
    expect(takers.length).toBeGreaterThan(30);
    expect(takers.filter((file) => /import \{[^}]*\bz\b[^}]*\} from 'zod'/.test(readFileSync(file, 'utf8')))).toEqual(
      [],
    );
  });
});
