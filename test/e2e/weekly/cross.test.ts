/** Cross-compiles large packages and with every build backend, once a week. test/e2e/cross has the smallest packages. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Row, crossRows, ways } from '../crossing.ts';
import { type LocalIndex, serveIndex } from '../local-index.ts';
import { makeSources } from '../made-sources.ts';
import { all, build, fresh, probe, registry } from '../support.ts';

const served = `
async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"hi"})
import asyncio, uvicorn, uvloop, httptools, yaml
async def main():
    server = uvicorn.Server(uvicorn.Config(app, port=8999, loop="uvloop", http="httptools", lifespan="off", log_level="error"))
    task = asyncio.ensure_future(server.serve())
    while not server.started:
        await asyncio.sleep(0.1)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8999)
    writer.write(b"GET / HTTP/1.0\\r\\n\\r\\n")
    answer = await reader.read()
    server.should_exit = True
    await task
    print(type(asyncio.get_running_loop()).__module__, answer[-2:].decode(), yaml.__with_libyaml__)
uvloop.run(main())`;

const switching = `
import gevent, gevent.queue, setproctitle
queue = gevent.queue.Queue()
def take(): return [queue.get() for _ in range(3)]
taker = gevent.spawn(take)
gevent.joinall([gevent.spawn(lambda: [queue.put(n) or gevent.sleep(0) for n in range(3)]), taker])
setproctitle.setproctitle("renamed")
print(taker.value, setproctitle.getproctitle(), gevent.get_hub().loop.__class__.__module__)`;

const working = `
from celery import Celery
from celery.concurrency.gevent import TaskPool
app = Celery("tide", broker="memory://", backend="cache+memory://")
app.conf.task_always_eager = True
@app.task
def double(n): return 2 * n
import gevent
print([job.get().get() for job in [gevent.spawn(double.delay, n) for n in (1, 2, 3)]], TaskPool.__name__)`;

const rows: readonly Row[] = [
  {
    name: 'uvicorn[standard]: Cython, a library that autotools configure, and one of the distribution',
    options: [
      '--package=uvicorn[standard]',
      '--package-version=0.35.0',
      '--python-version=3.13',
      '--target-base=slim',
      '--build-packages=libyaml-dev',
      '--runtime-packages=libyaml-0-2',
    ],
    compiled: ['httptools', 'pyyaml', 'uvloop'],
    uses: served,
    prints: 'uvloop hi True',
  },
  {
    name: 'gunicorn[gevent,setproctitle]: C++, cffi, and probes that run',
    options: [
      '--package=gunicorn[gevent,setproctitle]',
      '--package-version=23.0.0',
      '--python-version=3.11',
      '--target-base=slim',
    ],
    compiled: ['gevent', 'greenlet', 'setproctitle', 'zope-interface'],
    uses: switching,
    prints: '[0, 1, 2] renamed gevent.libev.corecext',
  },
  {
    name: 'celery[gevent]: what a worker of it needs',
    options: [
      '--package=celery[gevent]',
      '--package-version=5.5.3',
      '--python-version=3.13',
      '--target-base=slim',
    ],
    compiled: ['gevent', 'greenlet', 'zope-interface'],
    uses: working,
    prints: '[2, 4, 6] TaskPool',
  },
];

await crossRows(rows, all);

describe('sources of the tests', () => {
  const folder = mkdtempSync(join(tmpdir(), 'e2e-cross-'));
  const backends = ['cmakemade', 'hatchmade', 'mesonmade', 'poetrymade'];
  let index: LocalIndex;
  beforeAll(async () => {
    index = await serveIndex(await makeSources(folder, [...backends, 'flitmade', 'maturinmade', 'rustmade']));
  });
  afterAll(async () => {
    await index.stop();
    rmSync(folder, { recursive: true });
  });

  const options = (name: string): string[] => [
    `--package=${name}`,
    '--package-version=1.0',
    '--python-version=3.13',
    '--target-base=slim',
    `--index-url=${index.url}`,
  ];

  test('are compiled for the build machine, and cross-compiled for others, by every build backend', async () => {
    const repository = fresh('cross-made');
    const report = await build(repository, [
      ...options('cmakemade'),
      ...['hatchmade', 'mesonmade', 'poetrymade', 'flitmade'].map((name) => `--requirements=${name}`),
      `--platform=${all.join(',')}`,
    ]);
    expect(ways(report)).toEqual(
      all.flatMap((platform) =>
        ['cmakemade', 'flitmade', 'hatchmade', 'mesonmade', 'poetrymade'].map((name) => {
          const way = platform === 'linux/amd64' ? 'native' : 'cross';
          return `${name} on ${platform}, ${name === 'flitmade' ? 'once' : way}`;
        }),
      ),
    );
    for (const platform of all) {
      const uses = `import flitmade, ${backends.join(', ')}; print({module.bits() for module in (${backends.join(', ')})})`;
      const image = `${registry}/${repository}@${report.digest}`;
      const found = await probe(image, platform, [], [['python3', '-c', uses]]);
      expect(found.said).toEqual([platform === 'linux/arm/v7' ? '{32}' : '{64}']);
    }
  });

  test("are cross-compiled from Rust with the distribution's standard library", async () => {
    const repository = fresh('cross-rust');
    const report = await build(repository, [
      ...options('maturinmade'),
      '--requirements=rustmade',
      '--build-packages=cargo rustc',
      '--platform=linux/arm/v7',
      '--compile=cross',
    ]);
    expect(ways(report)).toEqual(['maturinmade on linux/arm/v7, cross', 'rustmade on linux/arm/v7, cross']);
    const uses =
      'import ctypes, importlib.util; print(ctypes.CDLL(importlib.util.find_spec("rustmade").origin).bits())';
    const image = `${registry}/${repository}@${report.digest}`;
    const found = await probe(image, 'linux/arm/v7', [], [['python3', '-c', uses], ['maturinmade']]);
    expect(found.said).toEqual(['32', '32']);
  });
});
