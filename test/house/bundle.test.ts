import { describe, expect, it } from 'vitest';
import { filesUnder, textOf } from './project-files.ts';

describe('what Worker and pane carry', () => {
  it('is zod without its sentences in fifty languages: no file takes the whole library by one name', () => {
    const files = filesUnder(['shared', 'worker', 'addin']).filter((name) => /\.tsx?$/.test(name));
    const takers = files.filter((file) => /from 'zod'/.test(textOf(file)));
    expect(takers.length).toBeGreaterThan(30);
    expect(takers.filter((file) => /import \{[^}]*\bz\b[^}]*\} from 'zod'/.test(textOf(file)))).toEqual([]);
  });
});
