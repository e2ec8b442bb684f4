/** Which line of a failed build is shown as its reason. */
import { expect, test } from 'vitest';
import { programsFolder, python, run } from './programs.ts';

const program =
  'import sys; sys.path.insert(0, sys.argv[1]); import frontend; print(frontend.why(sys.argv[2]), end="")';

test.each([
  [
    'the first error of a compiler',
    ['gcc -c a.c', 'a.c:1: fatal error: lber.h: No such file', 'error: command failed'],
    'a.c:1: fatal error: lber.h: No such file',
  ],
  [
    "CMake's message, which is below its place",
    [
      '-- Configuring',
      '  CMake Error at CMakeLists.txt:3 (message):',
      '    no such generator.',
      '',
      'Call Stack:',
    ],
    'CMake Error at CMakeLists.txt:3 (message): no such generator',
  ],
  [
    'a message without its full stop',
    ['RuntimeError: CMake >= 3.5 is required.'],
    'RuntimeError: CMake >= 3.5 is required',
  ],
  ['the last line if none is telling', ['building', 'gave up', 'exit status 1'], 'gave up'],
  ['that there was no output', [''], 'it said nothing'],
])('shows %s', async (_, lines, why) => {
  expect((await run(python, ['-c', program, programsFolder, lines.join('\n')])).stdout).toBe(why);
});
