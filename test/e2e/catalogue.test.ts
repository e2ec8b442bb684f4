/** The page of images in a browser: as a person searches, sorts and copies, as one who sees little, and without JavaScript. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { CatalogueImage } from '../../src/observe/catalogue.ts';
import { cataloguePage } from '../../src/report/catalogue/page.ts';
import { pushContent } from '../../src/publish/push.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import { digestOf, readContent } from '../../src/registry/manifest.ts';
import { publishTag } from '../../src/registry/publish-tag.ts';
import { startBrowser, violationsOf } from '../support/browser.ts';
import { makeCatalogue } from '../support/catalogue.ts';
import { makeContent } from '../support/content.ts';
import { bytesOf, tag } from '../support/images.ts';
import { argumentsOf, commandOn } from '../support/pages.ts';
import { startRegistry } from '../support/registry.ts';
import { testWorld } from '../support/world.ts';
import { cli } from './support.ts';

// A script that hangs in the page has no limit of its own.
vi.setConfig({ testTimeout: 60_000 });

let browser: Browser;
let folder: string;
beforeAll(async () => {
  [browser, folder] = await Promise.all([startBrowser(), mkdtemp(join(tmpdir(), 'catalogue-'))]);
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

const noon = new Date('2026-11-30T12:00:00Z');

interface Opened {
  readonly page: Page;
  /** Addresses that were asked for besides the page, errors, and dialogs. */
  readonly odd: readonly string[];
}

let pages = 0;
async function open(
  images: readonly CatalogueImage[],
  use: (opened: Opened) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const file = join(folder, `${(pages += 1)}.html`);
  const address = pathToFileURL(file).href;
  await writeFile(file, cataloguePage(images, noon));
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const odd: string[] = [];
  try {
    const page = await context.newPage();
    page.on('request', (request) => request.url().split('#')[0] !== address && odd.push(request.url()));
    page.on('pageerror', ({ message }) => odd.push(message));
    page.on('console', (message) => odd.push(message.text()));
    page.on('dialog', (dialog) => odd.push(dialog.message()));
    context.setDefaultTimeout(20_000);
    await page.goto(address);
    await use({ page, odd });
    expect(odd).toEqual([]);
  } finally {
    await context.close();
  }
}

const tagsShown = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(
    `[...document.querySelectorAll('tbody:not([hidden]) .tags li:first-child')].map(({ textContent }) => textContent)`,
  );
const count = (page: Page): Promise<string | null> => page.locator('#count').textContent();
const images = makeCatalogue(30);

test('the command writes the page of what a registry has, and a browser shows it', async () => {
  const registry = await startRegistry();
  try {
    const client = new RegistryClient(testWorld());
    const repository = { registry: registry.host, name: 'uvicorn' };
    const made = makeContent({ amd64: ['base', 'amd64'], arm64: ['base', 'arm64'] });
    const annotations = {
      'org.opencontainers.image.title': 'uvicorn',
      'org.opencontainers.image.version': '0.35.0',
      'org.opencontainers.image.created': '2026-11-01T00:00:00Z',
    };
    const bytes = bytesOf({ ...readContent(made.index.bytes), annotations });
    await pushContent(client, repository, {
      ...made,
      index: { ...made.index, bytes, digest: digestOf(bytes) },
    });
    await publishTag(client, repository, bytes, made.index.mediaType, tag('py3.13-slim-0.35.0'));
    const command = commandOn('docs/catalogue.md', / catalogue /, {
      'ghcr.io/example/uvicorn': `${registry.host}/uvicorn`,
      ' site': ` ${join(folder, 'site')}`,
    });
    const { code, stdout } = await cli(argumentsOf(command));
    const file = join(folder, 'site', 'index.html');
    const size = ((await readFile(file)).length / 1000).toFixed(1);
    expect([code, stdout]).toEqual([0, `${registry.host}/uvicorn: 1 image\n${file}: ${size} kB\n`]);
    const page = await browser.newPage();
    await page.goto(pathToFileURL(file).href);
    expect(await page.locator('tbody tr').first().locator('th, td').allInnerTexts()).toEqual([
      `uvicorn ${registry.host}/uvicorn\npy3.13-slim-0.35.0`,
      '0.35.0',
      'not known',
      'not known',
      'amd64\narm64',
      '9 B',
      expect.stringMatching(/^2026-11-01\n/),
    ]);
    await page.close();
  } finally {
    await registry.stop();
  }
});

describe('search and filters', () => {
  test('a search finds tags, digests and requirements, and all words must be there', () =>
    open(images, async ({ page }) => {
      expect(await count(page)).toBe('30 images');
      await page.getByLabel('Search').fill('UVICORN 3.13-slim');
      expect(await tagsShown(page)).toEqual(['py3.13-slim-0.0.0']);
      expect(await count(page)).toBe('1 of 30 images');
      await page.getByLabel('Search').fill(images[7]!.digest.slice(0, 20));
      expect(await tagsShown(page)).toEqual(['py3.12-alpine-0.0.0']);
      // Only in the list of requirements.
      await page.getByLabel('Search').fill('library-gun-7==');
      expect(await count(page)).toBe('15 of 30 images');
      await page.getByLabel('Search').fill('nowhere');
      expect(await count(page)).toBe('No image of 30 fits.');
      await page.getByRole('button', { name: 'Clear' }).click();
      await expect.poll(() => count(page)).toBe('30 images');
    }));

  test('filters are of what differs, and all must hold', () =>
    open(images, async ({ page }) => {
      const names = await page.locator('form label:has(select)').allTextContents();
      expect(names.map((name) => name.replace(/all.*/s, ''))).toEqual(['Image', 'Python', 'Base']);
      await page
        .locator('label', { hasText: /^Image/ })
        .locator('select')
        .selectOption('ghcr.io/example/gunicorn');
      await page.getByLabel('Python').selectOption('3.13');
      expect(await tagsShown(page)).toEqual(['py3.13-0.0.0', 'py3.13-alpine-0.0.0', 'py3.13-slim-0.0.0']);
      await page.getByLabel('Base').selectOption('alpine');
      expect(await tagsShown(page)).toEqual(['py3.13-alpine-0.0.0']);
    }));
  test('versions and platforms are filters, too', () => {
    const [first, second] = images;
    const pair = [
      { ...first!, version: '2.10', platforms: first!.platforms.slice(0, 1) },
      { ...second!, version: '2.9rc1' },
    ];
    return open(pair, async ({ page }) => {
      expect(await page.getByLabel('Version').locator('option').allTextContents()).toEqual([
        'all',
        '2.10',
        '2.9rc1',
      ]);
      await page.getByLabel('Platform').selectOption('arm/v7');
      expect(await count(page)).toBe('1 of 2 images');
    });
  });
});

describe('sorting', () => {
  const sorted = [
    { ...images[0]!, version: '1.10', made: Date.UTC(2026, 0, 1) },
    { ...images[1]!, version: '1.10rc1', made: Date.UTC(2026, 2, 1) },
    { ...images[2]!, version: '1.9', made: Date.UTC(2026, 1, 1) },
    { ...images[3]!, version: undefined as never },
  ].map((image, at) => ({ ...image, tags: [`t${at}` as never] }));

  test.each([
    ['Version', 'descending', ['t0', 't1', 't2', 't3'], ['t2', 't1', 't0', 't3']],
    ['Made', 'descending', ['t1', 't2', 't0', 't3'], ['t3', 't0', 't2', 't1']],
    ['Base', 'ascending', ['t1', 't2', 't0', 't3'], ['t0', 't3', 't2', 't1']],
  ] as const)('by %s, and the other way round', (name, direction, first, second) =>
    open(sorted, async ({ page }) => {
      const head = page.getByRole('columnheader', { name });
      expect(await head.getAttribute('aria-sort')).toBe(null);
      await head.getByRole('button').click();
      expect([await head.getAttribute('aria-sort'), await tagsShown(page)]).toEqual([direction, first]);
      // With the keyboard: the focus stays on the button.
      await page.keyboard.press('Enter');
      expect(await tagsShown(page)).toEqual(second);
      expect(await page.locator('[aria-sort]').count()).toBe(1);
    }),
  );
});

describe('details', () => {
  const [newer, , , ...others] = makeCatalogue(75)
    .filter(({ name }) => name === 'uvicorn')
    .toReversed();

  test('by keyboard alone: pull lines are copied, requirements and changes are there', () =>
    open(
      [newer!, ...others],
      async ({ page }) => {
        await page.getByLabel('Search').fill(newer!.digest);
        await page.locator('tbody:not([hidden]) summary').focus();
        await page.keyboard.press('Enter');
        const details = page.locator('details[open] dl');
        const pull = `docker pull ghcr.io/example/uvicorn:${newer!.tags[0]}`;
        expect(await details.locator('.pull code').allTextContents()).toEqual([
          pull,
          `docker pull ghcr.io/example/uvicorn@${newer!.digest}`,
        ]);
        expect(await details.locator('pre').textContent()).toBe(newer!.requirements!.join('\n'));
        expect(await details.textContent()).toContain('uvicorn 0.0.0 → 0.1.0');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        await expect.poll(() => page.locator('#said').textContent()).toBe('Copied');
        expect(await page.evaluate('navigator.clipboard.readText()')).toBe(pull);
      },
      { permissions: ['clipboard-read', 'clipboard-write'] },
    ));
});

describe('how it looks', () => {
  const wide = { width: 1280, height: 900 };
  const long = `registry.example.com/${'a-long-name/'.repeat(12)}base:1`;
  test.each([
    ['light', { colorScheme: 'light', viewport: wide }],
    ['dark', { colorScheme: 'dark', viewport: wide }],
    ['at 200 %', { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }],
    [
      'on a phone',
      { colorScheme: 'dark', viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true },
    ],
  ] as const)('%s: no violation, and nothing to scroll sideways', (_, options) =>
    open(
      [...images, { ...images[0]!, version: long, base: long, tags: [tag('long'.repeat(32))] }],
      async ({ page }) => {
        await page.locator('summary').nth(1).click();
        expect(await violationsOf(page)).toEqual([]);
        expect(
          await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
        ).toBe(0);
        expect(await page.locator('tbody').first().locator('.tags').isVisible()).toBe(true);
      },
      options,
    ),
  );

  test('the theme is the system’s, then the one that is chosen, also after it is loaded again', () =>
    open(
      images,
      async ({ page }) => {
        const back = (): Promise<string> =>
          page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
        const button = page.getByRole('button', { name: 'Theme' });
        const [light, dark] = ['rgb(255, 255, 255)', 'rgb(18, 22, 27)'];
        expect([await button.textContent(), await back()]).toEqual(['Theme: system', dark]);
        await button.click();
        expect([await button.textContent(), await back()]).toEqual(['Theme: light', light]);
        await page.emulateMedia({ colorScheme: 'light' });
        await button.click();
        expect([await button.textContent(), await back()]).toEqual(['Theme: dark', dark]);
        await page.reload();
        expect([await button.textContent(), await back()]).toEqual(['Theme: dark', dark]);
        await button.click();
        expect([await button.textContent(), await back()]).toEqual(['Theme: system', light]);
      },
      { colorScheme: 'dark' },
    ));

  test.each([
    ['wide', wide],
    ['narrow', { width: 360, height: 640 }],
  ])('%s: whoever hears it hears a table', (_, viewport) =>
    open(
      images.slice(0, 3),
      async ({ page }) => {
        const session = await page.context().newCDPSession(page);
        const { nodes } = await session.send('Accessibility.getFullAXTree');
        const roles = Object.groupBy(nodes, ({ role }) => String(role?.value));
        const counted = ['table', 'columnheader', 'row', 'rowheader', 'cell'].map(
          (role) => roles[role]?.length,
        );
        expect(counted).toEqual([1, 7, 7, 3, 21]);
      },
      { viewport },
    ),
  );

  test('the focus is seen', () =>
    open(images, async ({ page }) => {
      for (const of of ['BUTTON', 'INPUT', 'SELECT']) {
        await page.keyboard.press('Tab');
        expect(
          await page.evaluate(
            '[document.activeElement.tagName, getComputedStyle(document.activeElement).outlineStyle]',
          ),
        ).toEqual([of, 'solid']);
      }
    }));
});

test('without the script there is no violation either', () =>
  open(
    images,
    async ({ page }) => {
      // What looks for violations is JavaScript itself.
      await page.setContent(cataloguePage(images, noon).replace(/<script>.*<\/script>/s, ''));
      await page.locator('summary').nth(1).click();
      expect(await violationsOf(page)).toEqual([]);
    },
    { bypassCSP: true },
  ));

test('without JavaScript the table is whole, requirements are a link away, and nothing is dead', () =>
  open(
    images,
    async ({ page }) => {
      expect(await page.locator('tbody').count()).toBe(30);
      expect(await page.locator('input:visible, select:visible, button:visible').count()).toBe(0);
      await page.locator('summary').first().click();
      await page.locator('details[open] a').click();
      expect(await page.locator(':target + pre').isVisible()).toBe(true);
      expect(await page.locator(':target + pre').textContent()).toContain('library-gun-7==');
    },
    { javaScriptEnabled: false },
  ));

test('what whoever pushed an image wrote runs nowhere', () => {
  const evil = `</style></script><script>alert(1)</script><img src=https://evil.invalid/x onerror="alert(2)">`;
  const hostile = makeCatalogue(4, 3).map((image, at) => ({
    ...image,
    name: evil,
    version: `${evil}${at}`,
    python: `${at}.${evil}`,
    base: `${evil}${at}`,
    requirements: [`${evil}==${at}`, `a==${evil}`],
  }));
  return open(hostile, async ({ page }) => {
    for (const summary of await page.locator('summary').all()) await summary.click();
    await page.getByLabel('Search').fill('evil.invalid');
    expect(await count(page)).toBe('4 images');
    expect(await page.locator('img, main script, main style').count()).toBe(0);
    expect(await page.locator('tbody b').first().textContent()).toBe(evil);
  });
});
