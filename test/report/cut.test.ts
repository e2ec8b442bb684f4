import { expect, test } from 'vitest';
import { cut, joined, type Part } from '../../src/report/cut.ts';

/** Long enough that a note on what was left out is short beside it. */
const long = 'ä'.repeat(200);

const parts: readonly Part[] = [
  { text: '## Failed' },
  { text: 'why' },
  { text: `### Build ${long}`, loss: { rank: 9, what: ['problem', 'problems'] } },
  {
    text: `\`\`\`text\nline 1 ${long}\nline 2 ${long}\n\`\`\``,
    loss: { rank: 7, what: ['line of output', 'lines of output'], lines: 'code' },
  },
  { text: `### Verify ${long}`, loss: { rank: 9, what: ['problem', 'problems'] } },
  {
    text: `\`\`\`text\nline 3 ${long}\n\`\`\``,
    loss: { rank: 7, what: ['line of output', 'lines of output'], lines: 'code' },
  },
  {
    text: `<details>\n\n| Check |\n| --- |\n| right 1 ${long} |\n| wrong 2 ${long} |\n| right 3 ${long} |\n\n</details>`,
    loss: {
      rank: 1,
      what: ['check', 'checks'],
      lines: 'table',
      later: { rank: 8, is: (line) => line.includes('wrong') },
    },
  },
  { text: `\`\`\`mermaid\n${long}\n\`\`\``, loss: { rank: 0, what: ['chart', 'charts'] } },
  {
    text: `### Notes\n\n- a ${long}\n- b ${long}`,
    loss: { rank: 4, what: ['note', 'notes'], lines: 'list' },
  },
];
const whole = Buffer.byteLength(joined(parts));
const shown = (most: number): string => cut(parts, most, (left) => `Left out: ${left}.`);

test('what fits stays as it is', () => {
  expect(shown(whole)).toBe(joined(parts));
});

test('what a reader loses least by goes first, and is counted', () => {
  const left = new Set<string>();
  for (let most = whole - 1; most > 0; most -= 1) {
    const text = shown(most);
    // What always stays, with its note, is the least that there is.
    if (text.includes(long)) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(most);
    left.add(/^Left out: (.*)\.$/m.exec(text)![1]!);
  }
  expect([...left]).toEqual([
    '1 chart',
    '1 of 3 checks, 1 chart',
    '2 of 3 checks, 1 chart',
    '2 of 3 checks, 1 chart, 1 of 2 notes',
    '2 of 3 checks, 1 chart, 2 notes',
    '1 of 3 lines of output, 2 of 3 checks, 1 chart, 2 notes',
    '2 of 3 lines of output, 2 of 3 checks, 1 chart, 2 notes',
    '3 lines of output, 2 of 3 checks, 1 chart, 2 notes',
    '3 lines of output, 3 checks, 1 chart, 2 notes',
    '1 of 2 problems, 3 lines of output, 3 checks, 1 chart, 2 notes',
    '2 problems, 3 lines of output, 3 checks, 1 chart, 2 notes',
  ]);
});

test('a part keeps its frame around what is left of it, and is gone without', () => {
  const said = Array.from({ length: whole }, (_, most) => shown(most)).find((text) =>
    text.includes('Left out: 2 of 3 lines of output'),
  );
  expect(said?.replaceAll(` ${long}`, '')).toBe(`## Failed

why

Left out: 2 of 3 lines of output, 2 of 3 checks, 1 chart, 2 notes.

### Build

\`\`\`text
line 1
\`\`\`

### Verify

<details>

| Check |
| --- |
| wrong 2 |

</details>
`);
});

test('nothing that always stays is left out', () => {
  expect(shown(0)).toBe(
    '## Failed\n\nwhy\n\nLeft out: 2 problems, 3 lines of output, 3 checks, 1 chart, 2 notes.\n',
  );
});
