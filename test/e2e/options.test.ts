/** One image with most inputs, each of which is looked for in the published image and in its container. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  blob,
  build,
  fresh,
  imagesOf,
  inFolder,
  manifest,
  must,
  packageOf,
  registry,
  runImage,
} from './support.ts';

const repository = fresh('options');
const odd = 'quotes " \' and ${HOME} $x %{y} ünïcode';

/** Tags the base with its patch release, since the test registry has only the minor one. */
async function patchTag(): Promise<string> {
  const version = await runImage('python:3.13-slim', 'linux/amd64', [
    'python3',
    '-c',
    'import platform; print(platform.python_version())',
  ]);
  const list = 'application/vnd.docker.distribution.manifest.list.v2+json';
  const accept = `application/vnd.oci.image.index.v1+json, ${list}`;
  const path = `http://${registry}/v2/library/python/manifests`;
  const source = await fetch(`${path}/3.13-slim`, { headers: { accept } });
  const copied = await fetch(`${path}/${version}-slim`, {
    method: 'PUT',
    headers: { 'content-type': source.headers.get('content-type') ?? '' },
    body: await source.text(),
  });
  expect(copied.status).toBe(201);
  return version;
}

test('takes every input to its place in the image, and nowhere else', async () => {
  const version = await patchTag();
  await inFolder(async (folder) => {
    const secret = 'machine nowhere.example login me password s3cret-of-the-index';
    await writeFile(join(folder, 'netrc'), secret);
    // Relative on purpose: buildx itself runs in another folder.
    const relative = (await must('realpath', ['--relative-to=.', join(folder, 'netrc')])).trim();
    const report = await build(repository, [
      '--package=click',
      '--package-version=8.1.7',
      `--python-version=${version}`,
      '--target-base=slim',
      '--platform=linux/amd64,linux/arm64',
      '--requirements=colorama==0.4.6; platform_machine == "aarch64"',
      '--requirements=six==1.17.0; python_version < "3"',
      `--labels=org.example.odd=${odd}`,
      `--annotations=org.example.note=${odd}`,
      '--command=["python3", "-c", "print(\'ran\', __import__(\'os\').getuid())"]',
      '--user=app:web',
      '--tags=stable',
      '--maintainer=Ada <ada@example.org>',
      '--verify-command=test "$(id -un):$(id -gn)" = app:web',
      '--sbom=false',
      '--provenance=mode=max',
      `--secrets=id=netrc,src=${relative}`,
    ]);
    expect([report.outcome, report.tags, packageOf(report).python]).toEqual([
      'published',
      [`py${version}-slim-8.1.7`, 'stable'],
      version,
    ]);
    const image = `${registry}/${repository}@${report.digest}`;
    expect(await runImage(image, 'linux/amd64', [])).toBe('ran 1000');
    const list = ['python3', '-m', 'pip', 'list', '--format=freeze', '--exclude=pip'];
    expect(await runImage(image, 'linux/amd64', list)).toBe('click==8.1.7');
    expect(await runImage(image, 'linux/arm64', list)).toBe('click==8.1.7\ncolorama==0.4.6');

    const index = await manifest(repository, 'stable');
    expect(index.annotations).toMatchObject({ 'org.example.note': odd });
    const everything: string[] = [JSON.stringify(index)];
    for (const { digest } of index.manifests) {
      const one = await manifest(repository, digest);
      everything.push(JSON.stringify(one), (await blob(repository, one.config!.digest)).toString());
      for (const layer of one.layers ?? []) {
        if (/json/.test(layer.mediaType)) everything.push((await blob(repository, layer.digest)).toString());
      }
    }
    const [amd64] = imagesOf(index);
    const config = JSON.parse(
      (await blob(repository, (await manifest(repository, amd64!.digest)).config!.digest)).toString(),
    ) as { config: { Labels: Record<string, string>; User: string; Cmd: string[] } };
    expect(config.config).toMatchObject({
      User: 'app:web',
      Cmd: ['python3', '-c', "print('ran', __import__('os').getuid())"],
      Labels: {
        'org.example.odd': odd,
        maintainer: 'Ada <ada@example.org>',
        package: 'click',
        python: version,
      },
    });
    // Neither in a configuration, nor an annotation, nor the provenance, which was asked for whole.
    expect(everything.join('\n')).not.toContain('s3cret-of-the-index');
  });
});
