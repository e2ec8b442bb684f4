/** The commands of docs/tree.md about pins, with a real image. Costs two seconds. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { argumentsOf, commandOn } from '../support/pages.ts';
import { cli, inFolder, registry } from './support.ts';

test('a file of pins is compared with its registry, and brought up to date', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'digests.env');
    mkdirSync(join(folder, 'base'));
    const old = `sha256:${'a'.repeat(64)}`;
    writeFileSync(path, `BASE_IMAGE=${registry}/library/python:3.13-slim\nBASE_DIGEST=${old}\n`);
    const run = (which: RegExp) => cli(argumentsOf(commandOn('docs/tree.md', which, { container: folder })));
    const shown = await run(/ pins --path \S+$/);
    expect([shown.code, shown.stdout.split('\n')[0]]).toEqual([0, '1 pin moved: --update writes it.']);
    expect(readFileSync(path, 'utf8')).toContain(old);
    const updated = await run(/ pins --path \S+ --update$/);
    expect(updated.code).toBe(0);
    expect(readFileSync(path, 'utf8')).toMatch(/^BASE_IMAGE=.*\nBASE_DIGEST=sha256:(?!a{64})[0-9a-f]{64}\n$/);
    expect((await run(/ pins --path \S+$/)).stdout.split('\n')[0]).toBe('Nothing moved.');
  }));
