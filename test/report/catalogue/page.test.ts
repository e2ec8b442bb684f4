import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import type { CatalogueImage } from '../../../src/observe/catalogue.ts';
import { html } from '../../../src/report/catalogue/html.ts';
import { cataloguePage } from '../../../src/report/catalogue/page.ts';
import { catalogueText } from '../../../src/report/catalogue/report.ts';
import { makeCatalogue } from '../../support/catalogue.ts';
import { tag } from '../../support/images.ts';

const noon = new Date('2026-11-30T12:00:00Z');
const [sample] = makeCatalogue(1, 2);
const rowsOf = (images: readonly CatalogueImage[]): string => {
  const page = cataloguePage(images, noon);
  return page.slice(page.indexOf('<tbody'), page.indexOf('</table>'));
};

/** Elements and attributes of a page, without their texts. */
function structureOf(page: string): string[] {
  const structure: string[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => structure.push(`${name} ${Object.keys(attributes).join(' ')}`),
    onclosetag: (name) => structure.push(`/${name}`),
    oncomment: () => structure.push('comment'),
  });
  parser.end(page);
  return structure;
}

test('an image as two rows, without a script', () => {
  const platforms = sample!.platforms.slice(0, 2).map((one, at) => (at === 0 ? one : { ...one, size: 5e8 }));
  expect(rowsOf([{ ...sample!, platforms, tags: [tag('LATEST'), tag('py3.14-slim-0.0.0')] }])).toBe(
    `<tbody data-v=0 data-s=500000000 data-r=0>
<tr><th scope=row><b>uvicorn</b> <small>ghcr.io/example/uvicorn</small><ul class=tags><li>py3.14-slim-0.0.0<li>LATEST</ul><td>0.0.0<td>3.14.0<td>slim<td><ul class=platforms><li>amd64<li>arm64</ul><td>41.2 to 500 MB<td><time datetime=2025-07-01>2025-07-01</time>
<tr><td colspan=7><details><summary>2 requirements</summary><dl><dt>Pull<dd><div class=pull><code>docker pull ghcr.io/example/uvicorn:py3.14-slim-0.0.0</code></div><div class=pull><code>docker pull ghcr.io/example/uvicorn@${sample!.digest}</code></div><dt>Platforms<dd><ul><li>linux/amd64, 41.2 MB <code>${platforms[0]!.digest}</code><li>linux/arm64, 500 MB <code>${platforms[1]!.digest}</code></ul><dt>Requirements<dd><a href=#r0>All 2 requirements</a></dl></details>
`,
  );
});

test('what nobody knows is said to be not known', () => {
  const { repository, digest, tags } = sample!;
  const [lost] = sample!.platforms.map((one) => ({ platform: one.platform, digest: one.digest }));
  const row = rowsOf([{ repository, digest, tags, platforms: [lost!] }]);
  expect(row.match(/not known/g)).toHaveLength(5);
  expect(row).toContain('<b>uvicorn</b>');
  expect(row).toContain('<summary>Pull lines and digests</summary>');
  expect(row).toContain('linux/amd64, which the registry has lost');
});

describe('requirements and changes', () => {
  const before = { ...sample!, version: '1.0', tags: [tag('before')] };
  const after = (count: number): CatalogueImage => ({
    ...sample!,
    version: '2.0',
    tags: [tag('after')],
    requirements: [...sample!.requirements!, ...Array.from({ length: count }, (_, at) => `new-${at}==1`)],
  });
  test.each([
    ['none', 0, '2 requirements, none changed', undefined],
    ['few', 1, '3 requirements, 1 changed', '<dt>Changed since before<dd><ul><li>new-0 1, new</ul>'],
    ['many', 7, '9 requirements, 7 changed', '<dt>Changed since before<dd><a href=#c0>7 changes</a>'],
  ])('%s', (_, count, summary, list) => {
    const rows = rowsOf([before, after(count)]);
    expect(rows).toContain(`<summary>${summary}</summary>`);
    expect(/<dt>Changed.*?(?=<dt>)/.exec(rows)?.[0]).toBe(list);
  });

  test('that several images have in common are there once', () => {
    const page = cataloguePage(
      ['slim', 'alpine'].flatMap((base) =>
        [before, after(7)].map((one) => ({ ...one, base: `python:3.14-${base}` })),
      ),
      noon,
    );
    expect(page.match(/<pre>/g)).toHaveLength(2);
    expect(page.match(/<h3 id=c\d/g)).toHaveLength(1);
    expect(page.match(/href=#c0/g)).toHaveLength(2);
  });
});

test('nothing but the style and the script of the page may run, and nothing is loaded', () => {
  const page = cataloguePage([sample!], noon);
  const [policy = ''] = /Content-Security-Policy content="[^"]*/.exec(page) ?? [];
  const hashOf = (name: string): string =>
    createHash('sha256')
      .update(new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(page)![1]!)
      .digest('base64');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(`script-src 'sha256-${hashOf('script')}'`);
  expect(policy).toContain(`style-src 'sha256-${hashOf('style')}'`);
  expect(policy).not.toContain('unsafe');
  expect(page.match(/(?:src|href)=(?!"data:,"|#)/g)).toBe(null);
});

test.each<[string, readonly CatalogueImage[], readonly string[]]>([
  ['no images', [], []],
  ['no long list of changes', [sample!], ['Requirements']],
  [
    'a long list of changes',
    [
      { ...sample!, version: '1.0', requirements: [] },
      { ...sample!, version: '2.0', requirements: Array.from({ length: 7 }, (_, at) => `new-${at}==1`) },
    ],
    ['Requirements', 'Long lists of changes'],
  ],
])('a page with %s has a heading only where something stands under it', (_, images, expected) => {
  const headings = cataloguePage(images, noon).matchAll(/<h2>([^<]*)/g);
  expect([...headings].map(([, heading]) => heading)).toEqual(expected);
});

test('the link to one requirement has no plural, and no "all"', () => {
  expect(rowsOf([{ ...sample!, requirements: ['six==1.0'] }])).toContain('<a href=#r0>1 requirement</a>');
});

test('a page without images', () => {
  expect(cataloguePage([], noon)).toContain('0 images of 0 repositories');
});

test('the same images make the same page, in any order', () => {
  const images = makeCatalogue(40);
  expect(cataloguePage(images.toReversed(), noon)).toBe(cataloguePage(images, noon));
});

test('500 images are at most 1 MB', () => {
  expect(Buffer.byteLength(cataloguePage(makeCatalogue(500), noon))).toBeLessThan(1_000_000);
});

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '<',
        '>',
        '"',
        "'",
        '&',
        '</script>',
        '<!--',
        ']]>',
        '\n',
        '\u202e',
        '=',
        ' onload=',
        '`',
        '\0',
      ),
    )
    .map((parts) => parts.join('')),
);

test.each([
  [`<a href="x">'&amp;'`, '&lt;a href=&quot;x&quot;&gt;&#39;&amp;amp;&#39;'],
  ['one\r\n two\u202e\0', 'one two'],
  ['x'.repeat(301), `${'x'.repeat(300)}…`],
])('%j is text', (text, shown) => {
  expect(html(text)).toBe(shown);
});

test('no text of an image is ever markup', () => {
  const fields = fc.record({
    name: hostile,
    version: hostile,
    python: hostile,
    base: hostile,
    first: hostile,
    second: hostile,
  });
  const pageOf = ({ first, second, ...texts }: Readonly<Record<string, string>>): string =>
    cataloguePage(
      [
        { ...sample!, ...texts, requirements: [`a==${first}`, 'b==1'] },
        { ...sample!, ...texts, requirements: [`a==${second}`, 'c==1'], made: 1, tags: [tag('older')] },
      ],
      noon,
    );
  const plain = { name: 'x', version: 'x', python: 'x', base: 'x', first: '1', second: '2' };
  const expected = structureOf(pageOf(plain));
  fc.assert(
    fc.property(
      fields.filter(({ first, second }) => first !== second),
      (texts) => {
        expect(structureOf(pageOf(texts))).toEqual(expected);
      },
    ),
  );
});

test('the result as text', () => {
  const where = 'ghcr.io/example/uvicorn';
  expect(
    catalogueText({
      repositories: [
        { where, images: [sample!], others: [tag('a'), tag('b')] },
        { where: 'ghcr.io/example/empty', images: [], others: [] },
      ],
      page: { file: 'site/index.html', bytes: 31_415 },
      problems: [],
    }),
  ).toBe(
    `${where}: 1 image; 2 tags of no image left out\nghcr.io/example/empty: 0 images\nsite/index.html: 31.4 kB\n`,
  );
});
