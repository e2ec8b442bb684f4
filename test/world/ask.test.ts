import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { Interrupted } from '../../src/ports.ts';
import { askOn, terminalAsker } from '../../src/world/ask.ts';

function asking(signal = new AbortController().signal) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  return { input, output, answer: askOn(input, output, 'Go on? ', signal) };
}

test('gives the line that is typed, and shows the question', async () => {
  const { input, output, answer } = asking();
  input.write('yes\nmore\n');
  expect([await answer, String(output.read())]).toEqual(['yes', 'Go on? ']);
});

test('gives nothing where the input ends', async () => {
  const { input, answer } = asking();
  input.end();
  expect(await answer).toBe('');
});

test('rejects with the signal that interrupts', async () => {
  const controller = new AbortController();
  const { answer } = asking(controller.signal);
  const interrupted = new Interrupted('SIGINT');
  controller.abort(interrupted);
  await expect(answer).rejects.toBe(interrupted);
});

test.each([
  [true, true, true],
  [false, true, false],
  [true, false, false],
])('with terminals at input (%s) and output (%s) can ask: %s', (input, output, can) => {
  const streams = { stdin: { isTTY: input }, stderr: { isTTY: output } } as unknown as NodeJS.Process;
  expect(terminalAsker(streams, new AbortController().signal) !== undefined).toBe(can);
});
