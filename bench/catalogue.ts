/** Measures the page of 500 images: its size, and how long a browser takes from a letter of a search to the rows that fit. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { cataloguePage } from '../src/report/catalogue/page.ts';
import { startBrowser } from '../test/support/browser.ts';
import { makeCatalogue } from '../test/support/catalogue.ts';

export interface CatalogueMeasured {
  readonly images: number;
  /** Bytes of the page, and of the same images as JSON. */
  readonly page: number;
  readonly json: number;
  /** Seconds of the slowest search, one a round: with the page's style, and with every row laid out. */
  readonly search: readonly number[];
  readonly allLaidOut: readonly number[];
}

const count = 500;
/** After each search all images are asked for again, which is the most work. */
const searches = ['u', 'uvicorn', 'uvicorn 3.13', '', 'slim', '', 'library-air-7==', '', 'nowhere', ''];

export async function measureCatalogue(rounds: number): Promise<CatalogueMeasured> {
  const images = makeCatalogue(count);
  const page = cataloguePage(images, new Date(0));
  const folder = await mkdtemp(join(tmpdir(), 'bench-catalogue-'));
  const browser = await startBrowser();
  try {
    const file = join(folder, 'index.html');
    await writeFile(file, page);
    const [search, allLaidOut]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      search.push(await slowest(browser, file));
      allLaidOut.push(await slowest(browser, file, 'tbody { content-visibility: visible !important }'));
    }
    const bytes = Buffer.byteLength(page);
    return {
      images: count,
      page: bytes,
      json: Buffer.byteLength(JSON.stringify(images)),
      search,
      allLaidOut,
    };
  } finally {
    await browser.close();
    await rm(folder, { recursive: true });
  }
}

/** Seconds from the event of the letter until the browser has painted what comes of it. */
async function slowest(browser: Browser, file: string, style?: string): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, bypassCSP: true });
  try {
    await page.goto(pathToFileURL(file).href);
    if (style !== undefined) await page.addStyleTag({ content: style });
    const times = await page.evaluate<number[]>(`(async () => {
      const query = document.getElementById('query');
      const times = [];
      for (const text of ${JSON.stringify(searches)}) {
        // What comes before is painted first.
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));
        const before = performance.now();
        query.value = text;
        query.dispatchEvent(new Event('input', { bubbles: true }));
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        times.push((performance.now() - before) / 1000);
      }
      return times;
    })()`);
    return Math.max(...times);
  } finally {
    await page.close();
  }
}
