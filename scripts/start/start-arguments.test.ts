import { describe, expect, it } from 'vitest';
import { readStartArguments } from './start-arguments.ts';

describe('the arguments of npm start', () => {
  it.each([
    [[], { port: 8787, isFresh: false, withoutBuild: false }],
    [['--port', '9000', '--fresh'], { port: 9000, isFresh: true, withoutBuild: false }],
    [['--https'], { port: 8787, isFresh: false, withoutBuild: false, isSecure: true }],
    [['--no-build'], { port: 8787, isFresh: false, withoutBuild: true }],
  ])('%j are understood', (words, expected) => {
    expect(readStartArguments(words)).toEqual({ dataFolder: null, isSecure: false, ...expected });
  });

  it.each([[['--port', 'abc']], [['--port', '0']], [['--port', '70000']], [['--prot', '1']], [['8787']], [['--port']]])(
    '%j get one sentence that says how it is done',
    (words) => {
      expect(readStartArguments(words)).toEqual({ problem: expect.stringMatching(/Использование: npm start/) });
    },
  );
});
