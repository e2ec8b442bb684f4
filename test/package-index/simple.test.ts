import { describe, expect, it } from 'vitest';
import { parseProject } from '../../src/package-index/simple.ts';

const url = 'https://packages.example.org/root/simple/foo-bar/';
const sha = 'ab'.repeat(32);

const read = (body: string, type = 'text/html'): unknown => {
  const { name, files } = parseProject('Foo.Bar', body, type, url);
  return { name, files: files.map((file) => ({ ...file, version: file.version.text })) };
};
const file = (filename: string, more: object): object => ({
  filename,
  url: new URL(filename, url).href,
  kind: filename.endsWith('.whl') ? 'wheel' : 'sdist',
  version: '1.0',
  ...more,
});

describe('parseProject', () => {
  it.each([
    [
      'HTML with everything',
      `<!DOCTYPE html><html><head><meta name="pypi:repository-version" content="1.4"></head><body><h1>Links</h1>
       <!-- <a href="foo_bar-0.1.tar.gz">foo_bar-0.1.tar.gz</a> -->
       <a href="../../files/foo_bar-1.0-py3-none-any.whl#sha256=${sha.toUpperCase()}" data-requires-python="&gt;=3.8,&#60;4" data-dist-info-metadata>x</a>
       <A HREF='/abs/foo_bar-1.0.tar.gz' data-yanked="broken &amp; gone">y</A>
       <a data-yanked href=https://files.example.net/Foo-Bar-1.0.zip?key=1#md5=00>z</a>
       <a href="foo_bar-1.0-py3-none-any.whl" data-requires-python=">=3.9">w</a>
       <a href="foo_bar-1.0%2Blocal.tar.gz">v</a>
       <a href="foo_bar-1.0.exe">no</a><a href="other-1.0-py3-none-any.whl">no</a><a name="x">no</a>
       </body></html>`,
      [
        file('foo_bar-1.0-py3-none-any.whl', {
          url: 'https://packages.example.org/root/files/foo_bar-1.0-py3-none-any.whl',
          sha256: sha,
          requiresPython: '>=3.8,<4',
        }),
        file('foo_bar-1.0.tar.gz', {
          url: 'https://packages.example.org/abs/foo_bar-1.0.tar.gz',
          yanked: 'broken & gone',
        }),
        file('Foo-Bar-1.0.zip', { url: 'https://files.example.net/Foo-Bar-1.0.zip?key=1', yanked: '' }),
        file('foo_bar-1.0-py3-none-any.whl', { requiresPython: '>=3.9' }),
        file('foo_bar-1.0+local.tar.gz', { url: `${url}foo_bar-1.0%2Blocal.tar.gz`, version: '1.0+local' }),
      ],
    ],
    [
      'HTML with a base',
      '<base href="https://mirror.example.net/deep/"><a href="foo_bar-1.0.tar.gz">foo</a>',
      [file('foo_bar-1.0.tar.gz', { url: 'https://mirror.example.net/deep/foo_bar-1.0.tar.gz' })],
    ],
    [
      'HTML with two bases',
      '<base href="https://mirror.example.net/deep/"><base href="https://other.example.net/"><a href="foo_bar-1.0.tar.gz">foo</a>',
      [file('foo_bar-1.0.tar.gz', { url: 'https://mirror.example.net/deep/foo_bar-1.0.tar.gz' })],
    ],
    [
      'HTML as people write it',
      `<title>foo <a href="foo_bar-0.1.tar.gz"></title><script>var a = '<a href="foo_bar-0.2.tar.gz">';</script>
       <textarea><a href="foo_bar-0.3.tar.gz"></textarea>
       <A
         href = "foo_bar-1.0.tar.gz"data-requires-python='&gt;=3.8&comma;&lt;4 &#x26; &eacute;' data-yanked=''>x<br/>
       <a href="/1/foo_bar-1.0-py3-none-any.whl?a=1&amp;b=2#sha256=${sha}" title="a > b" HREF="foo_bar-0.4.tar.gz">y</a
       ><a href="foo_bar-1.0.zip" data-requires-python="">z`,
      [
        file('foo_bar-1.0.tar.gz', { requiresPython: '>=3.8,<4 & é', yanked: '' }),
        file('foo_bar-1.0-py3-none-any.whl', {
          url: 'https://packages.example.org/1/foo_bar-1.0-py3-none-any.whl?a=1&b=2',
          sha256: sha,
        }),
        file('foo_bar-1.0.zip', {}),
      ],
    ],
    ['HTML without links', '<html></html>', []],
  ])('%s', (_, body, files) => {
    expect(read(body)).toEqual({ name: 'foo-bar', files });
  });

  it('reads JSON', () => {
    const body = JSON.stringify({
      meta: { 'api-version': '1.1' },
      name: 'foo-bar',
      files: [
        {
          filename: 'foo_bar-1.0-py3-none-any.whl',
          url: 'foo_bar-1.0-py3-none-any.whl',
          hashes: { sha256: sha },
          'requires-python': '>=3.8',
          yanked: false,
          size: 1234,
          'upload-time': '2026-01-02T03:04:05.678901Z',
        },
        {
          filename: 'foo_bar-1.0.tar.gz',
          url: 'foo_bar-1.0.tar.gz',
          hashes: {},
          'requires-python': null,
          yanked: 'old',
          size: '1234',
          'upload-time': 'yesterday',
        },
        { filename: 'Foo-Bar-1.0.zip', url: 'Foo-Bar-1.0.zip', hashes: { md5: '0' }, yanked: true },
        { filename: 'foo_bar-1.0.tgz' },
        'nonsense',
      ],
    });
    expect(read(body, 'application/vnd.pypi.simple.v1+json')).toEqual({
      name: 'foo-bar',
      files: [
        file('foo_bar-1.0-py3-none-any.whl', {
          sha256: sha,
          requiresPython: '>=3.8',
          size: 1234,
          uploaded: Date.UTC(2026, 0, 2, 3, 4, 5, 678),
        }),
        file('foo_bar-1.0.tar.gz', { yanked: 'old' }),
        file('Foo-Bar-1.0.zip', { yanked: '' }),
      ],
    });
  });

  it.each([
    [
      'a later HTML',
      '<meta name="pypi:repository-version" content="2.0">',
      'it speaks version 2.0 of the simple API, and this program version 1',
    ],
    [
      'a later JSON',
      '{"meta":{"api-version":"2.0"},"files":[]}',
      'it speaks version 2.0 of the simple API, and this program version 1',
    ],
    ['other JSON', '{"info":{}}', 'its JSON has no list of files (PEP 691)'],
    ['text', 'Welcome', 'it is neither HTML (PEP 503) nor JSON (PEP 691)'],
  ])('refuses %s', (_, body, message) => {
    expect(() => read(body)).toThrow(message);
  });
});
