import { expect, test } from 'vitest';
import type { Shown } from '../../src/entry/command.ts';
import { openTerminal } from '../../src/entry/terminal.ts';
import type { World } from '../../src/ports.ts';

type Streams = Parameters<typeof openTerminal>[1];

function terminalOf(json: boolean) {
  const written = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof written) => ({ write: (text: string) => (written[name] += text) });
  const streams = { stdout: stream('stdout'), stderr: stream('stderr'), env: {} } as unknown as Streams;
  return { written, terminal: openTerminal({ json, debug: false }, streams) };
}

const problem = { station: 'input', about: 'user', message: 'It is wrong.' } as const;
const complaint = 'x Input: user\n  It is wrong.\n';
const done: Shown = {
  text: () => 'done\n',
  textHasProblems: true,
  json: { done: true },
  problems: [],
  refused: false,
};
const asJson = '{\n  "done": true\n}\n';

test.each<readonly [string, boolean, Partial<Shown>, { stdout: string; stderr: string }]>([
  ['a result', false, {}, { stdout: 'done\n', stderr: '' }],
  ['a result as JSON', true, {}, { stdout: asJson, stderr: '' }],
  ['what would run before it', false, { dryRun: 'plan\n' }, { stdout: 'plan\ndone\n', stderr: '' }],
  ['what would run, in JSON alone', true, { dryRun: 'plan\n' }, { stdout: asJson, stderr: '' }],
  ['problems in the text once', false, { problems: [problem] }, { stdout: 'done\n', stderr: '' }],
  [
    'problems after a text without them',
    false,
    { problems: [problem], textHasProblems: false },
    { stdout: 'done\n', stderr: complaint },
  ],
  ['problems beside JSON', true, { problems: [problem] }, { stdout: asJson, stderr: complaint }],
])('shows %s', async (_, json, more, expected) => {
  const { written, terminal } = terminalOf(json);
  await terminal.show({ ...done, ...more }, {} as World);
  expect(written).toEqual(expected);
});

test.each([
  [false, ''],
  [true, `${JSON.stringify({ outcome: 'failed', problems: [problem] }, null, 2)}\n`],
])('refuses wrong inputs; as JSON: %s', (json, stdout) => {
  const { written, terminal } = terminalOf(json);
  terminal.refuse([problem]);
  expect(written).toEqual({ stdout, stderr: complaint });
});
