import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { renderDockerfile, type Sections } from '../../src/dockerfile/render.ts';

const template = readFileSync('dockerfiles/Dockerfile', 'utf8');
const nothing: Sections = {
  native: false,
  compile: [],
  platforms: ['linux/amd64', 'linux/arm/v7'],
  emulated: true,
  different: true,
  replaced: false,
  runtimePackages: false,
  buildConstraints: false,
  extraIndexes: false,
  image: true,
};

/** Stages of a rendered file in order, and its instructions with side effects. */
const stagesOf = (text: string): string[] =>
  [...text.matchAll(/^FROM .*?(?: AS (\S+))?$/gm)].map(([, name = '']) => name);

test.each([
  ['wheels alone', nothing, ['install', 'packages', 'image']],
  [
    'packages for a custom Dockerfile',
    { ...nothing, image: false, replaced: true, user: 'app' },
    ['install', 'packages'],
  ],
  [
    'a platform that compiles',
    { ...nothing, compile: ['linux/arm/v7'] as const },
    [
      'builder',
      'tools',
      'sources',
      'sysroot',
      'publish',
      'cross',
      'compile',
      'compiled-amd64',
      'compiled-armv7',
      'compiled',
      'attempts',
      'needs',
      'made',
      'install',
      'packages',
      'image',
    ],
  ],
  [
    'a native build',
    { ...nothing, native: true },
    ['builder', 'tools', 'native-sources', 'native', 'install', 'packages', 'image'],
  ],
])('renders the stages of %s', (_, sections, stages) => {
  expect(stagesOf(renderDockerfile(template, sections))).toEqual(stages);
});

test('runs nothing in the image without packages and user', () => {
  const text = renderDockerfile(template, nothing);
  const image = text.slice(text.indexOf('AS image') + 9);
  expect(image.match(/^[A-Z]+(?= )/gm)).toEqual(['COPY']);
});

test('copies each layer by itself, in their order', () => {
  const text = renderDockerfile(template, { ...nothing, layers: 3 });
  const image = text.slice(text.indexOf('AS image') + 9);
  expect(image.match(/^[A-Z]+ .*/gm)).toEqual([
    'COPY --link --from=install /layers/0 /',
    'COPY --link --from=install /layers/1 /',
    'COPY --link --from=install /layers/2 /',
  ]);
  expect(text).toContain('--removed /removed \\\n      --layers /layers \\\n');
});

test('needs no base of the target platform for cross-compiling', () => {
  const text = renderDockerfile(template, { ...nothing, compile: ['linux/arm/v7'], emulated: false });
  expect(text).toContain('FROM scratch AS compiled-amd64\nFROM cross AS compiled-armv7\n');
});

test('uses no build base for a platform that compiles nothing', () => {
  const text = renderDockerfile(template, { ...nothing, compile: ['linux/arm/v7'] });
  expect(text).toContain('FROM scratch AS compiled-amd64\nFROM compile AS compiled-armv7\n');
});

test('renders user, command and packages', () => {
  const text = renderDockerfile(template, {
    ...nothing,
    runtimePackages: true,
    user: 'app:app',
    command: ['demo', '--host', '0'],
  });
  const image = text.slice(text.indexOf('AS image') + 9);
  expect(image.match(/^[A-Z]+(?= )/gm)).toEqual(['ARG', 'RUN', 'COPY', 'ARG', 'RUN', 'USER', 'CMD']);
  expect(image).toContain('USER app:app\nCMD ["demo","--host","0"]\n');
});

test('creates no account for a numeric user', () => {
  expect(renderDockerfile(template, { ...nothing, user: '1000' })).not.toContain('account.sh');
});

test('does not name the platform where all platforms install the same files', () => {
  const text = renderDockerfile(template, { ...nothing, different: false });
  expect(text).not.toContain('ARG TARGETARCH');
});

test('leaves no section mark and no frontend directive', () => {
  expect(renderDockerfile(template, { ...nothing, native: true })).not.toMatch(/^#:|syntax=/m);
});

test.each([
  ['an unknown section', '# head\n\n#: when moon\n#: end\n', /unknown section "when moon"/],
  ['an open section', '# head\n\n#: when native\n', /not closed/],
  ['an end too many', '# head\n\n#: end\n', /without a beginning/],
])('throws for a template with %s', (_, text, message) => {
  expect(() => renderDockerfile(text, nothing)).toThrow(message);
});

test.each([
  ['locked requirements', 'Dockerfile', 3],
  ['requirements without a lock', 'plain.Dockerfile', 1],
])('passes build constraints to every stage that builds, of %s', (_, name, stages) => {
  const text = readFileSync(`dockerfiles/${name}`, 'utf8');
  const all = { ...nothing, native: true, compile: ['linux/arm/v7'] as const };
  const count = (buildConstraints: boolean): number =>
    renderDockerfile(text, { ...all, buildConstraints }).split('ARG BUILD_CONSTRAINTS=""').length - 1;
  expect([count(false), count(true)]).toEqual([0, stages]);
  expect(renderDockerfile(text, all)).not.toContain('CONSTRAINT');
});

test('keeps the arguments of plain.Dockerfile, in which pip installs on the target platform', () => {
  const plain = readFileSync('dockerfiles/plain.Dockerfile', 'utf8');
  const text = renderDockerfile(plain, { ...nothing, command: ['demo'] });
  expect(stagesOf(text)).toEqual(['publish', 'install', 'packages', 'image']);
  expect(text).toMatch(/^# Rendered by Python Image Builder\.\n\nARG PUBLISH_BASE=.*\nARG BUILD_BASE=.*\n/);
  expect(text).toMatch(/\nCMD \["demo"\]\n$/);
});
