import { expect, test } from 'vitest';
import { summaryFor } from '../../src/entry/summary.ts';
import type { Files } from '../../src/ports.ts';
import type { Report } from '../../src/report/report.ts';
import { summaryMarkdown } from '../../src/report/summary.ts';
import { published } from '../report/sample.ts';

const note = (count: number): Report => ({
  ...published,
  notes: Array.from({ length: count }, (_, index) => `${'x'.repeat(1000)} ${index}`),
});
const written: Record<string, [text: unknown, mode: number | undefined]> = {};
const write: Files['write'] = (path, text, mode) => {
  written[path] = [text, mode];
  return Promise.resolve();
};

test('shows a short summary whole, and writes no file', async () => {
  expect(await summaryFor({ write }, '/tmp', (limit) => summaryMarkdown(note(1000), limit))).toBe(
    summaryMarkdown(note(1000)),
  );
  expect(written).toEqual({});
});

test('cuts a summary over 1 MiB, and names a file with the whole', async () => {
  const text = await summaryFor({ write }, '/runner/temp', (limit) => summaryMarkdown(note(2000), limit));
  const [path = '', ...more] = Object.keys(written);
  expect([more, written[path]]).toEqual([[], [summaryMarkdown(note(2000)), 0o600]]);
  expect(path).toMatch(/^\/runner\/temp\/python-image-builder-[\w-]+\.md$/);
  expect(/^\*\*Left out.*$/m.exec(text)?.[0]).toBe(
    `**Left out**, for GitHub takes no longer summary: 2 tags, 1 compiled package, 2 checks, 1 chart, 960 of 2001 notes. The whole is in the output \`metadata\` and in \`${path}\`.`,
  );
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1024 * 1024);
  expect(Buffer.byteLength(text)).toBeGreaterThan(1024 * 1024 - 2000);
});

test('names the output with the whole where the file cannot be written', async () => {
  const refuse = (): Promise<never> => Promise.reject(new Error('EROFS'));
  const text = await summaryFor({ write: refuse }, '/tmp', (limit) => summaryMarkdown(note(2000), limit));
  expect(text).toContain('The whole is in the output `metadata`.\n');
});
