import { afterAll, beforeAll, expect, test } from 'vitest';
import { Interrupted, type World } from '../../src/ports.ts';
import { processGroups } from '../../src/world/groups.ts';
import { processRunner } from '../../src/world/process.ts';
import { traced } from '../../src/world/trace.ts';
import { openWorld, type OpenWorld } from '../../src/world/world.ts';
import { answer, type FaultyServer, startFaulty } from '../support/faults.ts';
import { testWorld } from '../support/world.ts';

const { log, lines } = testWorld();
let server: FaultyServer;
let opened: OpenWorld;
beforeAll(async () => {
  server = await startFaulty({ 'GET /signed*': answer(200, {}, 's3cret'), 'PUT /kept': answer(403) });
  opened = openWorld(log, { PATH: process.env['PATH'], DOCKER_HOST: 'unix:///no/such/socket' });
});
afterAll(async () => {
  opened.close();
  await server.stop();
});

const sh = (script: string) => ({ program: 'sh', args: ['-c', script], env: { TOKEN: 's3cret' } });
const s3cret = { authorization: 'Bearer s3cret' };

test.each<readonly [string, (world: World) => Promise<unknown>, readonly string[]]>([
  [
    'a program and its end',
    ({ run }) => run({ program: 'true', args: ['--load', 'a=b'] }),
    ['command 1: true --load a=b', 'command 1: exit code 0, TIME s'],
  ],
  [
    'a program that fails, with its arguments quoted',
    ({ run }) => run(sh("echo 'x' >&2; exit 7")),
    [String.raw`command 2: sh -c 'echo '\''x'\'' >&2; exit 7'`, 'command 2: exit code 7, TIME s'],
  ],
  [
    'a missing program',
    ({ run }) => run({ program: 'no-such-program', args: [''] }),
    ["command 3: no-such-program ''", 'command 3: exit code 127, TIME s'],
  ],
  [
    'two at once',
    ({ run }) => Promise.all([run(sh('sleep 0.3')), run(sh('exit 1'))]),
    [
      "command 4: sh -c 'sleep 0.3'",
      "command 5: sh -c 'exit 1'",
      'command 5: exit code 1, TIME s',
      'command 4: exit code 0, TIME s',
    ],
  ],
  [
    'a request without its query and its credentials',
    ({ fetch }) =>
      fetch(`${server.origin}/signed/blob?signature=s3cret#s3cret`, { headers: s3cret }).then((got) =>
        got.text(),
      ),
    ['GET ORIGIN/signed/blob: 200, TIME ms'],
  ],
  [
    'a request that is refused, without its body',
    ({ fetch }) => fetch(new URL('/kept', server.origin), { method: 'PUT', body: 's3cret' }),
    ['PUT ORIGIN/kept: 403, TIME ms'],
  ],
  [
    'a request to nobody',
    ({ fetch }) => fetch('http://127.0.0.1:1/x?token=s3cret').catch(() => undefined),
    ['GET http://127.0.0.1:1/x: no answer (NAME), TIME ms'],
  ],
  [
    'a request to an engine that is not there',
    ({ engine }) => engine('/info?x=s3cret'),
    ['GET /info of the engine: no answer, TIME ms'],
  ],
])('logs %s', async (_, work, expected) => {
  lines.length = 0;
  await work(opened.world);
  const said = lines.map((line) =>
    line
      .replace(server.origin, 'ORIGIN')
      .replace(/[\d.]+ (m?s)$/, 'TIME $1')
      .replace(/\([^)]*\)/, '(NAME)'),
  );
  expect(said).toEqual(expected.map((line) => `debug ${line}`));
  expect(lines.join('\n')).not.toContain('s3cret');
});

test('logs a program that is interrupted', async () => {
  const stopped = new AbortController();
  stopped.abort(new Interrupted('SIGINT'));
  const run = processRunner(stopped.signal, processGroups(), {});
  const { clock, log: ownLog, lines: said, fetch, engine } = testWorld();
  await expect(traced({ run, fetch, engine }, { clock, log: ownLog }).run(sh('exit 0'))).rejects.toThrow(
    'Interrupted by SIGINT.',
  );
  expect(said.map((line) => line.replace(/[\d.]+ s$/, 'TIME s'))).toEqual([
    "debug command 1: sh -c 'exit 0'",
    'debug command 1: ended before its time, TIME s',
  ]);
});
