/** Measures signing an image, and attesting its provenance, against the run that would keep it. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { annotationsOfRecord } from '../src/plan/build-record.ts';
import { pushContent } from '../src/publish/push.ts';
import { RegistryClient } from '../src/registry/client.ts';
import { digestOf, readContent } from '../src/registry/manifest.ts';
import { publishTag } from '../src/registry/publish-tag.ts';
import type { Report } from '../src/report/report.ts';
import { record as fingerprint } from '../test/decide/values.ts';
import { node } from '../test/e2e/support.ts';
import { makeContent } from '../test/support/content.ts';
import { bytesOf, tag } from '../test/support/images.ts';
import { startRegistry } from '../test/support/registry.ts';
import { startSigstore } from '../test/support/sigstore.ts';
import { openSilently } from './silent.ts';

export interface AttestMeasured {
  /** Seconds of signing and attesting, of a run that does nothing else; one a round. */
  readonly signing: readonly number[];
  /** Seconds of the whole run that keeps the image. */
  readonly keeping: readonly number[];
}

/** Each run is a process of its own, which loads the libraries of Sigstore for one image. */
export async function measureAttest(rounds: number): Promise<AttestMeasured> {
  const [registry, sigstore] = await Promise.all([startRegistry(), startSigstore()]);
  const opened = openSilently();
  const folder = mkdtempSync(join(tmpdir(), 'bench-attest-'));
  const config = join(folder, 'signing-config.json');
  writeFileSync(config, sigstore.signingConfig);
  const client = new RegistryClient(opened.world);
  const push = async (name: string): Promise<void> => {
    const made = makeContent({ amd64: [name], arm64: [name] });
    const annotations = annotationsOfRecord({ fingerprint, facts: [], indexes: {} });
    const bytes = bytesOf({ ...readContent(made.index.bytes), annotations });
    const index = { ...made.index, bytes, digest: digestOf(bytes) };
    const repository = { registry: registry.host, name };
    await pushContent(client, repository, { ...made, index });
    await publishTag(client, repository, index.bytes, index.mediaType, tag('py3.13-slim-1.0.0'));
  };
  const run = async (name: string, sign: 'true' | 'false'): Promise<Report> => {
    const options = [
      '--package=tide-table',
      '--package-version=1.0.0',
      '--python-version=3.13',
      '--target-base=slim',
      `--registry=${registry.host}`,
      `--image-name=${name}`,
      '--push',
      '--rebuild=missing',
      `--sign=${sign}`,
      `--signing-config=${config}`,
    ];
    const { stdout } = await promisify(execFile)(node, ['dist/cli.js', 'build', '--json', ...options], {
      env: { ...process.env, ...sigstore.env },
    });
    return JSON.parse(stdout) as Report;
  };
  try {
    const measured = { signing: [] as number[], keeping: [] as number[] };
    for (let round = -1; round < rounds; round += 1) {
      const name = `attest/app-${round + 1}`;
      await push(name);
      const before = performance.now();
      await run(name, 'false');
      const keeping = (performance.now() - before) / 1000;
      const { timeline, outcome } = await run(name, 'true');
      const span = timeline.find((one) => one.name === 'sign');
      if (outcome !== 'signed' || span === undefined) throw new Error(`nothing was signed: ${outcome}`);
      if (round < 0) continue;
      measured.signing.push(span.seconds);
      measured.keeping.push(keeping);
    }
    return measured;
  } finally {
    opened.close();
    await Promise.all([registry.stop(), sigstore.stop()]);
    rmSync(folder, { recursive: true });
  }
}
