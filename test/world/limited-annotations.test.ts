import { expect, test } from 'vitest';
import { limitedAnnotations } from '../../src/world/limited-annotations.ts';
import { workflowCommand } from '../../src/report/annotations.ts';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
/** The output for these lines. */
function written(lines: readonly string[]): string[] {
  const out: string[] = [];
  const { write, end } = limitedAnnotations((text) => out.push(text));
  for (const line of lines) write(`${line}\n`);
  end();
  return out.map((text) => text.replace(/\n$/, ''));
}
const warnings = (count: number): string[] => numbers(count).map((number) => `::warning::${number}`);

test.each<[string, string[], string[]]>([
  ['nine pass', warnings(9), warnings(9)],
  [
    'the tenth, where it is the last, comes at the end',
    warnings(10),
    [...warnings(9), 'Warning: 10', '::warning::10'],
  ],
  [
    'of more, the tenth says how many, and the log has them all',
    warnings(12),
    [
      ...warnings(9),
      'Warning: 10',
      'Warning: 11',
      'Warning: 12',
      '::warning::3 more warnings are in the log of this step: GitHub shows no more than 10 of them here.',
    ],
  ],
  [
    'each level has its own ten, and all else passes',
    [...warnings(9), '::group::build', '::error::a', '::add-mask::b', 'line', '::notice::c', '::debug::d'],
    [...warnings(9), '::group::build', '::error::a', '::add-mask::b', 'line', '::notice::c', '::debug::d'],
  ],
  [
    'a line of the log cannot be taken for a command',
    [
      ...numbers(9).map((number) => `::error::${number}`),
      workflowCommand('error', 'x\n::set-output name=a::b, 100%', { title: 'Build: a,b' }),
    ],
    [
      ...numbers(9).map((number) => `::error::${number}`),
      'Error: Build: a,b: x\n: :set-output name=a::b, 100%',
      '::error title=Build%3A a%2Cb::x%0A::set-output name=a::b, 100%25',
    ],
  ],
])('%s', (_, lines, expected) => {
  expect(written(lines)).toEqual(expected);
});
