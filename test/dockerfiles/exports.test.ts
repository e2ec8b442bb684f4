/** Which files of an image `exports.py` takes out, and what it refuses. */
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { folder, run, runProgram } from './programs.ts';

type Root = Readonly<Record<string, string | { readonly link: string } | { readonly pipe: true }>>;

interface Taken {
  readonly files: readonly { readonly path: string; readonly size: number; readonly sha256: string }[];
  readonly faults: readonly string[];
}

async function taken(files: Root, patterns: readonly string[]) {
  const at = await folder();
  for (const [name, content] of Object.entries(files)) {
    const place = join(at, 'image', name);
    await mkdir(dirname(place), { recursive: true });
    if (typeof content === 'string') await writeFile(place, content);
    else if ('link' in content) await symlink(content.link, place);
    else await run('mkfifo', [place]);
  }
  await writeFile(join(at, 'outside'), 'of the machine');
  await writeFile(join(at, 'exports.json'), JSON.stringify(patterns));
  const out = join(at, 'out');
  const ended = await runProgram('exports.py', [join(at, 'image'), join(at, 'exports.json'), out]);
  expect(ended).toEqual({ code: 0, stdout: '', stderr: '' });
  const result = JSON.parse(await readFile(join(out, 'exports.json'), 'utf8')) as Taken;
  const contents = await Promise.all(
    result.files.map(async ({ path }) => [path, await readFile(join(out, 'files', path), 'utf8')] as const),
  );
  return { ...result, contents: Object.fromEntries(contents) };
}

const locks: Root = {
  'opt/locks/app.lock': 'app',
  'opt/locks/.hidden.lock': 'hidden',
  'opt/locks/deep/er/tool.lock': 'tool',
  'opt/locks/readme.txt': 'read',
  'etc/[x].conf': 'x',
};

const found: readonly (readonly [
  name: string,
  patterns: readonly string[],
  contents: object,
  more?: Root,
])[] = [
  ['one path', ['/opt/locks/app.lock'], { '/opt/locks/app.lock': 'app' }],
  ['a pattern of names', ['/opt/*/*.lock'], { '/opt/locks/app.lock': 'app' }],
  ['a hidden name that is written so', ['/opt/locks/.h*'], { '/opt/locks/.hidden.lock': 'hidden' }],
  [
    'files of all folders',
    ['/opt/**/*.lock'],
    { '/opt/locks/app.lock': 'app', '/opt/locks/deep/er/tool.lock': 'tool' },
  ],
  [
    'a file once, whatever names it',
    ['/opt/locks/*.txt', '/opt/locks/readme.txt'],
    { '/opt/locks/readme.txt': 'read' },
  ],
  [
    'files beside folders',
    ['/opt/locks/*.lock', '/etc/*'],
    { '/opt/locks/app.lock': 'app', '/etc/[x].conf': 'x' },
  ],
  [
    'through links of the image, which are absolute in it',
    ['/data/app.lock', '/last.lock'],
    { '/data/app.lock': 'app', '/last.lock': 'app' },
    { data: { link: '/opt/locks' }, 'last.lock': { link: '../../../data/app.lock' } },
  ],
];

for (const [name, patterns, contents, more] of found)
  test(`takes ${name}`, async () => {
    const result = await taken({ ...locks, ...more }, patterns);
    expect([result.contents, result.faults]).toEqual([contents, []]);
  });

test('says size and hash', async () => {
  const { files } = await taken(locks, ['/opt/locks/app.lock']);
  const sha256 = 'a172cedcae47474b615c54d510a5d84a8dea3032e958587430b413538be3f333';
  expect(files).toEqual([{ path: '/opt/locks/app.lock', size: 3, sha256 }]);
});

const refused: readonly (readonly [name: string, pattern: string, fault: string, more?: Root])[] = [
  ['a pattern without a file', '/opt/*.lock', 'nothing in the image is /opt/*.lock'],
  ['a pattern that finds folders alone', '/opt/*', 'nothing in the image is /opt/*'],
  ['a folder', '/opt/locks', '/opt/locks is a folder: name files, as /opt/locks/* does'],
  ['a pipe', '/run/pipe', '/run/pipe is no regular file', { 'run/pipe': { pipe: true } }],
  [
    'a link to a file of the machine',
    '/out.txt',
    '/out.txt is a link that leads to nothing in the image',
    { 'out.txt': { link: '../outside' } },
  ],
  [
    'a circle',
    '/round',
    '/round is a link that leads to nothing in the image',
    { round: { link: '/round' } },
  ],
  [
    'a name with a line break',
    '/opt/*.odd',
    String.raw`'/opt/a\nb.odd' has a name that not every system can write`,
    { 'opt/a\nb.odd': '' },
  ],
];

for (const [name, pattern, fault, more] of refused)
  test(`refuses ${name}, and takes nothing`, async () => {
    const result = await taken({ ...locks, ...more }, ['/opt/locks/app.lock', pattern]);
    expect([result.files, result.faults]).toEqual([[], [fault]]);
  });
