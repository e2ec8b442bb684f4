import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Log } from '../../src/ports.ts';
import type { Style } from '../../src/report/layout.ts';
import { actionsLog } from '../../src/world/log-actions.ts';
import { terminalLog } from '../../src/world/log-terminal.ts';
import { secretsFilter } from '../../src/world/secrets.ts';

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

const style: Style = { width: 40, isTerminal: true, colour: false, unicode: false };

async function work(log: Log): Promise<string> {
  log.info('before');
  const result = await log.group('build', async () => {
    log.progress('#1 [internal] load');
    await vi.advanceTimersByTimeAsync(2000);
    log.warn('look\nhere');
    log.debug('detail');
    log.progress('::error::not mine');
    await log.group('inner', async () => log.info('inside'));
    return 'result';
  });
  log.info('after');
  return result;
}

test('writes workflow commands on a runner', async () => {
  let text = '';
  const result = await work(
    actionsLog({ write: (part) => (text += part), secrets: ['s3cret\nlines'], filter: (line) => line }),
  );
  expect([result, text.split('\n')]).toEqual([
    'result',
    [
      '::add-mask::s3cret',
      '::add-mask::lines',
      'before',
      '::group::build',
      '#1 [internal] load',
      '::warning::look%0Ahere',
      '::debug::detail',
      ': :error::not mine',
      'inner',
      'inside',
      '::endgroup::',
      'after',
      '',
    ],
  ]);
});

test('ends a group whose work fails', async () => {
  let text = '';
  const log = actionsLog({ write: (part) => (text += part) });
  await expect(log.group('a', () => Promise.reject(new Error('x')))).rejects.toThrow('x');
  await log.group('b', async () => {});
  expect(text).toBe('::group::a\n::endgroup::\n::group::b\n::endgroup::\n');
});

test('hides secrets in every kind of line', async () => {
  let text = '';
  const filter = secretsFilter(['s3cret']);
  const log = actionsLog({ write: (part) => (text += part), filter });
  await log.group('g s3cret', async () => {
    log.info('i s3cret');
    log.warn('w s3cret');
    log.debug('d s3cret');
    log.progress('p s3cret');
  });
  expect(log.hide('a log with s3cret in it')).toBe('a log with *** in it');
  expect(text).toBe('::group::g ***\ni ***\n::warning::w ***\n::debug::d ***\np ***\n::endgroup::\n');
});

test('prints all lines without a terminal', async () => {
  let text = '';
  await work(terminalLog({ write: (part) => (text += part), live: false, style, now: Date.now }));
  expect(text.split('\n')).toEqual([
    'before',
    '> build',
    '  #1 [internal] load',
    '! look',
    'here',
    '  ::error::not mine',
    '> inner',
    'inside',
    '  inner: 0 s',
    '  build: 2 s',
    'after',
    '',
  ]);
});

test('redraws one line on a terminal, and erases it at the end', async () => {
  const parts: string[] = [];
  const log = terminalLog({
    write: (part) => parts.push(part),
    live: true,
    style: { ...style, colour: true, unicode: true },
    now: Date.now,
    filter: secretsFilter(['s3cret']),
  });
  await log.group('build', async () => {
    log.progress('#7 0.1 too soon to be drawn');
    await vi.advanceTimersByTimeAsync(100);
    log.progress('#7 0.2 \u001b[31mcompiling s3cret\u001b[0m which is too long for the line');
    log.progress('#7 sha256:abc 1MB / 2MB');
    await vi.advanceTimersByTimeAsync(900);
    log.info('told');
  });
  await vi.advanceTimersByTimeAsync(5000);
  const erase = '\r\u001b[2K';
  expect(parts).toEqual([
    '\u001b[1m▸ build\u001b[0m\n',
    `${erase}build 0 s`,
    `${erase}build 0.1 s  #7 0.2 compiling *** which`,
    `${erase}build 1 s  #7 0.2 compiling *** which i`,
    erase,
    'told\n',
    `${erase}build 1 s  #7 0.2 compiling *** which i`,
    erase,
    '\u001b[90m  build: 1 s\u001b[0m\n',
  ]);
});

test('prints all lines for debugging, and redraws none', async () => {
  let text = '';
  await work(terminalLog({ write: (part) => (text += part), live: true, style, now: Date.now, debug: true }));
  expect(text.split('\n').slice(0, 7)).toEqual([
    'before',
    '> build',
    '  #1 [internal] load',
    '! look',
    'here',
    'detail',
    '  ::error::not mine',
  ]);
});
