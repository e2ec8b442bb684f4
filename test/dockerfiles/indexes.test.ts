/** One index that stands for several, as builds are given it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { serve } from './files-server.ts';
import { folder, programsFolder, python, run } from './programs.ts';

/** Asks the view for each path; `>` is the first link of the page before, with what follows it. */
const client = `
import json, sys, threading, urllib.error, urllib.request
sys.path.insert(0, ${JSON.stringify(programsFolder)})
import indexes
from fetch import opener

main, owners, netrc, paths = json.loads(sys.argv[1])
server = indexes.Server(("127.0.0.1", 0), indexes.Handler)
base = "http://127.0.0.1:%d" % server.server_address[1]
indexes.Handler.view = indexes.View(main, indexes.read_owners(owners), opener(None, netrc), base)
threading.Thread(target=server.serve_forever, daemon=True).start()
answers, link = [], ""
for path in paths:
    try:
        with urllib.request.urlopen(link + path[1:] if path.startswith(">") else base + path, timeout=10) as answer:
            body = answer.read().decode()
            answers.append([answer.getcode(), body.replace(base, "HERE")])
            if path.startswith("/simple/"):
                link = json.loads(body)["files"][0]["url"] if body.startswith("{") else body.split('href="')[1].split('"')[0]
                link = link.partition("#")[0]
    except urllib.error.HTTPError as error:
        answers.append([error.code, error.read().decode().replace(base, "HERE")])
print(json.dumps(answers))
`;

/** Pages and files by path; a value that begins with \`to \` redirects. */
const index = (pages: Readonly<Record<string, string>>) =>
  serve(({ path }, response) => {
    const page = pages[path];
    if (page === undefined) response.writeHead(404).end();
    else if (page.startsWith('to ')) response.writeHead(302, { location: page.slice(3) }).end();
    else
      response
        .writeHead(200, { 'content-type': page.startsWith('{') ? 'application/json' : 'text/html' })
        .end(page);
  });

const ask = async (main: string, owners: string, paths: readonly string[], netrc: string | null = null) => {
  const done = await run(python, ['-c', client, JSON.stringify([main, owners, netrc, paths])]);
  if (done.code !== 0) throw new Error(done.stderr);
  return JSON.parse(done.stdout) as (readonly [number, string])[];
};

const pageOf = (url: string): string => JSON.stringify({ files: [{ filename: 'f', url }] });

describe('pages', () => {
  test('are those of the index that a project belongs to, and of no other', async () => {
    const main = await index({
      '/simple/internal-a/': pageOf('confused.whl'),
      '/simple/internal-b/': pageOf('confused.whl'),
      '/simple/other/': pageOf('../other.whl'),
    });
    const own = await index({ '/simple/internal-a/': pageOf('/files/a.whl') });
    const host = (url: string) => url.slice('http://'.length);
    expect(
      await ask(`${main.url}/simple/`, `ours internal-* ${own.url}/simple\n`, [
        '/simple/Internal_A/',
        '/simple/internal-b/',
        '/simple/other/',
        '/simple/other',
      ]),
    ).toEqual([
      [
        200,
        JSON.stringify({ files: [{ filename: 'f', url: `HERE/files/http/${host(own.url)}/files/a.whl` }] })
          .replaceAll('":', '": ')
          .replaceAll(',"', ', "'),
      ],
      [404, expect.stringContaining('/simple/internal-b/: Not Found')],
      [200, expect.stringContaining(`HERE/files/http/${host(main.url)}/simple/other.whl`)],
      [404, 'no page names this file'],
    ]);
    expect(main.requests.map(({ path }) => path)).toEqual(['/simple/other/']);
  });

  test('are those of projects, and nothing else that the host of an index has', async () => {
    const main = await index({ '/api/tokens/': '{"token": "s3cret"}' });
    const paths = ['/simple/..%2fapi%2ftokens/', '/simple/%2e%2e/', '/simple/../api/tokens/', '/api/tokens/'];
    const answers = await ask(`${main.url}/simple`, '', paths);
    expect(answers).toEqual(paths.map(() => [404, 'no page names this file']));
    expect(main.requests).toEqual([]);
  });

  test('of HTML keep what their links say, and their own base', async () => {
    const main = await index({
      '/simple/a/':
        '<!DOCTYPE html><base href="/pool/"><a href="a%2B1.whl?x=1&amp;y=2#sha256=12" data-requires-python="&gt;=3.9" data-yanked>a+1.whl</a><a>none</a>',
      '/pool/a%2B1.whl?x=1&y=2': 'wheel',
      '/pool/a%2B1.whl.metadata': 'metadata',
    });
    const [page, file] = await ask(`${main.url}/simple`, '', ['/simple/a/', '>']);
    const host = main.url.slice('http://'.length);
    expect(page).toEqual([
      200,
      `<!DOCTYPE html>\n<body>\n<a href="HERE/files/http/${host}/pool/a%2B1.whl?x=1&amp;y=2#sha256=12" data-requires-python="&gt;=3.9" data-yanked="">a+1.whl</a>\n</body>\n`,
    ]);
    expect(file?.[0]).toBe(404);
  });

  test('that cannot be had are an error that whoever asks tries again', async () => {
    const [answer] = await ask('http://127.0.0.1:9/simple', '', ['/simple/a/']);
    expect(answer).toEqual([502, expect.stringContaining('refused')]);
  });
});

describe('files', () => {
  test('are those that a page names, and their metadata', async () => {
    const main = await index({
      '/simple/a/': pageOf('/a.whl'),
      '/a.whl': 'wheel',
      '/a.whl.metadata': 'metadata',
      '/b.whl': 'another',
    });
    const host = main.url.slice('http://'.length);
    expect(
      await ask(`${main.url}/simple`, '', [
        `/files/http/${host}/a.whl`,
        '/simple/a/',
        '>',
        '>.metadata',
        `/files/http/${host}/b.whl`,
      ]),
    ).toEqual([
      [404, 'no page names this file'],
      [200, expect.any(String)],
      [200, 'wheel'],
      [200, 'metadata'],
      [404, 'no page names this file'],
    ]);
  });

  test('are asked for with the credentials of their host, which a redirect to another host does not get', async () => {
    const elsewhere = await index({ '/a.whl': 'wheel' });
    const own = await index({ '/simple/a/': pageOf('/a.whl'), '/a.whl': `to ${elsewhere.url}/a.whl` });
    const netrc = join(await folder(), 'netrc');
    writeFileSync(netrc, 'machine localhost login me password s3cret\n');
    const url = own.url.replace('127.0.0.1', 'localhost');
    const [, file] = await ask(`${url}/simple`, '', ['/simple/a/', '>'], netrc);
    expect(file).toEqual([200, 'wheel']);
    const sent = ({ requests }: typeof own) => requests.map(({ headers }) => headers.authorization);
    const token = `Basic ${Buffer.from('me:s3cret').toString('base64')}`;
    expect([sent(own), sent(elsewhere)]).toEqual([[token, token], [undefined]]);
  });
});

describe('a command', () => {
  const program = join(programsFolder, 'indexes.py');
  const script = 'echo "$PIP_INDEX_URL $UV_DEFAULT_INDEX $EXTRA_INDEXES $no_proxy"; exit 3';
  test('is given the address of the view, and its exit code is kept', async () => {
    const env = { EXTRA_INDEXES: 'ours https://ours.example.com/simple', no_proxy: 'a.example' };
    const { code, stdout } = await run(python, [program, 'sh', '-c', script], { env });
    expect({ code, stdout }).toEqual({
      code: 3,
      stdout: expect.stringMatching(/^(http:\/\/127\.0\.0\.1:\d+\/simple) \1  a\.example,127\.0\.0\.1\n$/),
    });
  });
  test('runs as it is where there is one index, and no credentials', async () => {
    const env = { PIP_INDEX_URL: 'https://pypi.example.com/simple' };
    const { code, stdout } = await run(python, [program, 'sh', '-c', script], { env });
    expect({ code, stdout }).toEqual({ code: 3, stdout: 'https://pypi.example.com/simple   \n' });
  });
});
