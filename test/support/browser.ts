/** A headless Chromium, as scripts/browser.sh installs it or as the machine has it. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';

const names = ['chromium-headless-shell', 'chromium', 'google-chrome'];

/** @throws Error where there is none. */
export async function startBrowser(): Promise<Browser> {
  const paths = (process.env['PATH'] ?? '').split(delimiter);
  const program = names.flatMap((name) => paths.map((path) => join(path, name))).find(isProgram);
  if (program === undefined)
    throw new Error(`There is no browser (${names.join(', ')}): scripts/browser.sh installs one.`);
  return chromium.launch({ executablePath: program });
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What axe-core finds wrong: the rule, and the elements. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate<string[]>(
    `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target).slice(0, 5).join(' ')))`,
  );
}
