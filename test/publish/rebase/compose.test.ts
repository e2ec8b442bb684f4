import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Composition, type PlatformSettings, compose } from '../../../src/publish/rebase/compose.ts';
import type { ImageBytes } from '../../../src/publish/rebase/own-layers.ts';
import type { Execution, ImageConfig, Step } from '../../../src/registry/image-config.ts';
import { digestOf } from '../../../src/registry/manifest.ts';
import { bytesOf, makeManifest } from '../../support/images.ts';

/** What BuildKit 0.32 exported for one Dockerfile on two bases: `image` on `oldBase`, `built` on `base`. */
const exported = JSON.parse(readFileSync(new URL('buildkit-export.json', import.meta.url), 'utf8')) as Record<
  'oldBase' | 'image' | 'base' | 'built',
  Readonly<Record<keyof ImageBytes, string>>
>;
const bytes = ({ manifest, config }: Readonly<Record<keyof ImageBytes, string>>): ImageBytes => ({
  manifest: bytesOf(manifest),
  config: bytesOf(config),
});
const text = (content: Uint8Array): string => Buffer.from(content).toString('utf8');

test.each([
  ['beside its old base', { oldBase: bytes(exported.oldBase) }],
  ['when no registry has its old base any more', {}],
])('an image has the bytes that BuildKit gives it on the new base, %s', (_name, known) => {
  const composed = compose({
    image: bytes(exported.image),
    base: bytes(exported.base),
    ...known,
    wanted: {
      labels: { python: '3.13', maintainer: 'me <me@x> & co', 'b.c': 'é' },
      annotations: {
        title: 'x <y> & z',
        'org.opencontainers.image.base.digest':
          'sha256:24dcca57a7cccc03ae7993b7097460679078ff12c16948069331c67ac1c5966c',
      },
      command: ['python3', '-m', 'x y'],
      user: '1000:10',
      created: 1_735_689_600,
    },
  });
  if (!composed.ok) throw new Error(composed.message);
  const { manifest, config } = composed.value;
  expect({ manifest: text(manifest.bytes), config: text(config) }).toEqual(exported.built);
  expect(manifest.digest).toBe(digestOf(bytesOf(exported.built.manifest)));
});

/** That of {@link wanted}. */
const time = '1980-01-01T00:00:00Z';
const step = (created_by: string, when = time): Step => ({ created: when, created_by });
const setting = (created_by: string, when = time): Step => ({ ...step(created_by, when), empty_layer: true });
const oldTime = '2026-01-01T01:02:03.4Z';
const newTime = '2026-02-01T01:02:03.4Z';
const path = 'PATH=/usr/local/bin:/usr/bin';

interface Made extends Omit<Partial<ImageConfig>, 'config' | 'rootfs'> {
  readonly layers: readonly string[];
  readonly config?: Execution;
}

const configOf = ({ layers, ...config }: Made): ImageConfig => ({
  architecture: 'amd64',
  os: 'linux',
  created: time,
  ...config,
  rootfs: { type: 'layers', diff_ids: layers.map((layer) => digestOf(bytesOf(`unpacked ${layer}`))) },
});

/** Whether a layer is the same is told by what it unpacks to: `packed` is how that was compressed. */
function made(parts: Made, packed: readonly string[] = parts.layers): ImageBytes {
  const config = configOf(parts);
  return { manifest: makeManifest(packed, config).bytes, config: bytesOf(config) };
}

const oldBase: Made = {
  layers: ['debian', 'python'],
  created: oldTime,
  config: { Env: [path, 'PYTHON_VERSION=3.13.1'], Cmd: ['python3'] },
  history: [step('ADD debian', oldTime), step('RUN make', oldTime), setting('CMD ["python3"]', oldTime)],
};
const image: Made = {
  layers: ['debian', 'python', 'own'],
  config: { Env: [path, 'PYTHON_VERSION=3.13.1'], Cmd: ['python3'], Labels: { package: 'app' } },
  history: [...oldBase.history!, step('COPY /image / # buildkit')],
};
const base: Made = {
  layers: ['debian 2', 'python 2', 'more'],
  created: newTime,
  config: { Env: [path, 'PYTHON_VERSION=3.13.2'], Cmd: ['python3'], Labels: { package: 'no', base: 'yes' } },
  history: [step('ADD debian', newTime), step('RUN make', newTime), step('RUN more', newTime)],
};
const rebased: Made = {
  layers: [...base.layers, 'own'],
  config: { ...base.config, Labels: { base: 'yes', package: 'app' } },
  history: [...base.history!, step('COPY /image / # buildkit')],
};
const timeless: PlatformSettings = { labels: { package: 'app' }, annotations: {} };
const wanted: PlatformSettings = { ...timeless, created: 315_532_800 };
const sameAs = (parts: Made, config: Execution): Made => ({
  ...parts,
  config: { ...parts.config, ...config },
});
const more = (parts: Made, ...history: Step[]): Made => ({
  ...parts,
  history: [...parts.history!, ...history],
});

const copied = (layer: number): Step => step(`COPY /layers/${layer} / # buildkit`);

interface Row {
  readonly image?: Made;
  readonly oldBase?: Made | null;
  readonly base?: Made;
  readonly wanted?: PlatformSettings;
}
/** A row says what is other than usual. */
const composition = (row: Row): Composition => ({
  image: made(row.image ?? image),
  base: made(row.base ?? base),
  ...(row.oldBase === null ? {} : { oldBase: made(row.oldBase ?? oldBase) }),
  wanted: row.wanted ?? wanted,
});

const rows: readonly (readonly [string, Row, Made])[] = [
  ['the settings of the new base, and labels over its own', {}, rebased],
  ['an old base that is not there any more', { oldBase: null }, rebased],
  [
    'CMD and USER of its own, with the entry point of the base',
    {
      image: more(
        sameAs(image, { User: '1000', Cmd: ['app', '-v'], ArgsEscaped: true }),
        setting('USER 1000'),
        setting('CMD ["app" "-v"]'),
      ),
      base: sameAs(base, { Entrypoint: ['/entry'], User: 'nobody' }),
      wanted: { ...wanted, command: ['app', '-v'], user: '1000' },
    },
    more(
      sameAs(rebased, { Entrypoint: ['/entry'], User: '1000', Cmd: ['app', '-v'], ArgsEscaped: true }),
      setting('USER 1000'),
      setting('CMD ["app" "-v"]'),
    ),
  ],
  [
    'variables that the image set: in the place of the base’s, or after them',
    {
      image: more(
        sameAs(image, { Env: ['PATH=/app:/usr/bin', 'PYTHON_VERSION=3.13.1', 'A=1'] }),
        setting('ENV A=1 PATH=/app:/usr/bin'),
      ),
      base: sameAs(base, { Env: ['LANG=C', path, 'B=2'] }),
    },
    more(
      sameAs(rebased, { Env: ['LANG=C', 'PATH=/app:/usr/bin', 'B=2', 'A=1'] }),
      setting('ENV A=1 PATH=/app:/usr/bin'),
    ),
  ],
  [
    'bases without PATH, which gets one from the builder and not from the image',
    {
      oldBase: sameAs(oldBase, { Env: null }),
      image: sameAs(image, { Env: ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'] }),
      base: sameAs(base, { Env: ['A=1'] }),
    },
    sameAs(rebased, { Env: ['A=1', 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'] }),
  ],
  [
    'a variant that the base names and the builder does not',
    {
      image: { ...image, architecture: 'arm64' },
      base: { ...base, architecture: 'arm64', variant: 'v8', 'os.version': '1' },
    },
    { ...rebased, architecture: 'arm64', 'os.version': '1' },
  ],
  [
    'an image that was built without SOURCE_DATE_EPOCH',
    {
      image: {
        ...image,
        created: newTime,
        history: [...oldBase.history!, step('COPY /image / # buildkit', newTime)],
      },
      wanted: timeless,
    },
    { ...rebased, created: newTime, history: [...base.history!, step('COPY /image / # buildkit', newTime)] },
  ],
  [
    'an image that was built with another SOURCE_DATE_EPOCH',
    {
      image: {
        ...image,
        created: newTime,
        history: [...oldBase.history!, step('COPY /image / # buildkit', newTime)],
      },
    },
    rebased,
  ],
  [
    'a base with empty fields, and with fields that BuildKit does not know',
    {
      base: {
        ...base,
        config: Object.assign(
          { Env: [path], Cmd: [], Entrypoint: null, User: '', Volumes: {}, Labels: null, Healthcheck: {} },
          { StopTimeout: 12 },
        ),
      },
    },
    { ...rebased, config: { Env: [path], Labels: { package: 'app' }, Healthcheck: {} } },
  ],
  [
    'several layers of its own',
    {
      image: more({ ...image, layers: [...image.layers, 'rare', 'top'] }, copied(1), copied(2)),
      wanted: { ...wanted, layers: 3 },
    },
    more({ ...rebased, layers: [...rebased.layers, 'rare', 'top'] }, copied(1), copied(2)),
  ],
  [
    'a builder that set back the times of the base too',
    { image: { ...image, history: image.history!.map((one) => ({ ...one, created: time })) } },
    rebased,
  ],
];
test.each(rows)('%s', (_name, row, expected) => {
  const composed = compose(composition(row));
  if (!composed.ok) throw new Error(composed.message);
  const { manifest, config, layers } = composed.value;
  expect(JSON.parse(text(config))).toEqual(configOf(expected));
  const content = JSON.parse(text(makeManifest(expected.layers).bytes)) as { layers: object[] };
  expect(JSON.parse(text(manifest.bytes))).toEqual({
    ...content,
    config: {
      mediaType: 'application/vnd.oci.image.config.v1+json',
      digest: digestOf(config),
      size: config.length,
    },
  });
  expect(layers).toEqual(content.layers.slice(base.layers.length));
});

test('compares layers by their content, and takes those of the new base as they are packed', () => {
  const zstd = (content: Uint8Array): Uint8Array => bytesOf(text(content).replaceAll('+gzip', '+zstd'));
  const packed = made(base);
  const composed = compose({
    ...composition({}),
    image: made(image, ['debian, packed anew', 'python, packed anew', 'own']),
    base: { ...packed, manifest: zstd(packed.manifest) },
  });
  if (!composed.ok) throw new Error(composed.message);
  const { layers } = JSON.parse(text(composed.value.manifest.bytes)) as { layers: { mediaType: string }[] };
  expect(layers.map(({ mediaType }) => mediaType.split('+')[1])).toEqual(['zstd', 'zstd', 'zstd', 'gzip']);
});

const refusals: readonly (readonly [string, Row, string])[] = [
  [
    'layers of another base below its own',
    { oldBase: { ...oldBase, layers: ['debian', 'another'] } },
    'the image does not stand on its old base: there are other layers below its own.',
  ],
  [
    'its own layer below those of the base',
    { image: { ...image, layers: ['own', 'debian', 'python'] } },
    'the image does not stand on its old base: there are other layers below its own.',
  ],
  [
    'steps of another base',
    { oldBase: { ...oldBase, history: [...oldBase.history!.slice(0, 2), setting('CMD ["sh"]', oldTime)] } },
    'the image does not stand on its old base: there are other layers below its own.',
  ],
  [
    'another layer over its own',
    { image: more({ ...image, layers: [...image.layers, 'account'] }, step('RUN useradd app')) },
    'the image has 2 layers of its own: exactly one can be put onto another base.',
  ],
  [
    'another layer over its own, when the old base is gone',
    {
      image: more({ ...image, layers: [...image.layers, 'account'] }, step('RUN useradd app')),
      oldBase: null,
    },
    'the image has 2 layers of its own: exactly one can be put onto another base.',
  ],
  [
    'fewer layers of its own than it should have',
    { wanted: { ...wanted, layers: 3 } },
    'the image has 1 layer of its own: exactly 3 can be put onto another base.',
  ],
  [
    'a layer of its own that was made on those below it',
    {
      image: more({ ...image, layers: [...image.layers, 'account'] }, step('RUN useradd app')),
      wanted: { ...wanted, layers: 2 },
    },
    'a layer of the image\'s own was made by "RUN useradd app": only one that was copied does not depend on the base.',
  ],
  [
    'no layer of its own',
    { image: { ...image, ...oldBase } },
    'the image has no layer of its own: exactly one can be put onto another base.',
  ],
  [
    'a layer that was made on the base',
    { image: { ...image, history: [...oldBase.history!, step('RUN pip install app')] } },
    'a layer of the image\'s own was made by "RUN pip install app": only one that was copied does not depend on the base.',
  ],
  [
    'an unknown setting',
    { image: more(image, setting('ENTRYPOINT ["app"]')) },
    'the image\'s step "ENTRYPOINT [\\"app\\"]" cannot be told from what its old base set: only a build repeats it.',
  ],
  [
    'variables over a base that is gone',
    { image: more(image, setting('ENV A=1')), oldBase: null },
    'the image\'s step "ENV A=1" cannot be told from what its old base set: only a build repeats it.',
  ],
  [
    'a CMD where none is wanted',
    { image: more(sameAs(image, { Cmd: ['app'] }), setting('CMD ["app"]')) },
    "the image's CMD is not the one that is wanted.",
  ],
  [
    'another CMD than is wanted',
    {
      image: more(sameAs(image, { Cmd: ['app'] }), setting('CMD ["app"]')),
      wanted: { ...wanted, command: ['other'] },
    },
    "the image's CMD is not the one that is wanted.",
  ],
  [
    'no USER where one is wanted',
    { wanted: { ...wanted, user: '1000' } },
    "the image's USER is not the one that is wanted.",
  ],
  [
    'an old base that is gone, and times that do not tell where it ended',
    { image: { ...image, created: oldTime }, oldBase: null },
    'the old base is not there any more, and the history of the image does not tell where it ended.',
  ],
  [
    'an old base that is gone, and no SOURCE_DATE_EPOCH',
    { oldBase: null, wanted: timeless },
    'the old base is not there any more, and the history of the image does not tell where it ended.',
  ],
  [
    'another architecture',
    { base: { ...base, architecture: 'arm64' } },
    'the new base is for linux/arm64, and the image for linux/amd64.',
  ],
  [
    'another variant',
    {
      image: { ...image, architecture: 'arm', variant: 'v7' },
      base: { ...base, architecture: 'arm', variant: 'v6' },
    },
    'the new base is for linux/arm/v6, and the image for linux/arm/v7.',
  ],
  [
    'another operating system',
    { base: { ...base, os: 'windows' } },
    'the new base is for windows/amd64, and the image for linux/amd64.',
  ],
  [
    'a base with instructions for builds',
    { base: sameAs(base, { OnBuild: ['RUN make'] }) },
    'the new base has instructions for what is built on it (ONBUILD), which only a build follows.',
  ],
  [
    'a base without a history',
    { base: { ...base, history: null } },
    'the history of the new base does not tell where its layers come from: 3 layers, and 0 steps that made one.',
  ],
  [
    'an old base without a history',
    { oldBase: { ...oldBase, history: [] } },
    'the history of the old base does not tell where its layers come from: 2 layers, and 0 steps that made one.',
  ],
];
test.each(refusals)('refused: %s', (_name, row, message) =>
  expect(compose(composition(row))).toEqual({ ok: false, message }),
);

test('refused: a manifest in Docker’s form', () => {
  const mediaType = 'application/vnd.docker.distribution.manifest.v2+json';
  const { manifest, config } = made(image);
  const docker = text(manifest).replace('application/vnd.oci.image.manifest.v1+json', mediaType);
  expect(compose({ ...composition({}), image: { manifest: bytesOf(docker), config } })).toEqual({
    ok: false,
    message: `the image's manifest is of the type "${mediaType}", and only an OCI manifest is put onto another base.`,
  });
});
