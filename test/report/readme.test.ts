import { expect, test } from 'vitest';
import { readmeText } from '../../src/report/readme.ts';
import type { KeptImage, Report } from '../../src/report/report.ts';
import { blocked, halfFailed, kept, published, rebased, retagged } from './sample.ts';

/** With one tag, whose exact one it is. */
function image(version: string, python: string, variant: string, sample: Report = published): Report {
  const tags = [`py${python}-${variant}-${version}`];
  return {
    ...sample,
    subject: { kind: 'package', name: 'tool', version, python },
    tags,
    destinations: sample.destinations.map((one) => ({ ...one, moved: tags, held: [] })),
  };
}
const stayed: KeptImage = {
  subject: { kind: 'package', name: 'tool', version: '1.10', python: '3.13' },
  repository: 'ghcr.io/acme/tool',
  tags: ['py3.13-alpine-1.10', 'py3.13-alpine-LATEST'],
};

const neverThere = (sample: Report): Report => ({
  ...sample,
  destinations: sample.destinations.map((one) => ({ ...one, existed: false })),
});

const around = (list: string): string =>
  `# Tool\n\n<!-- python-images -->\n${list}\n<!-- /python-images -->\nThe end.\n`;
const value = (text: string, images: readonly Report[], still: readonly KeptImage[] = []) =>
  readmeText(text, { images, kept: still });

test.each<[string, readonly Report[], readonly KeptImage[], readonly string[]]>([
  [
    'packages are in order, the newest version and Python come first, and bases are told apart',
    [
      {
        ...image('1.0', '3.13', 'slim'),
        subject: { kind: 'package', name: 'zoo', version: '1.0', python: '3.13' },
      },
      image('1.9', '3.12', 'slim', rebased),
      image('1.9', '3.13', 'slim', retagged),
      image('1.10', '3.13', 'slim', kept),
    ],
    [stayed],
    [
      '- tool 1.10 on Python 3.13 alpine: `ghcr.io/acme/tool:py3.13-alpine-1.10`, `ghcr.io/acme/tool:py3.13-alpine-LATEST`',
      '- tool 1.10 on Python 3.13 slim: `ghcr.io/acme/tool:py3.13-slim-1.10`',
      '- tool 1.9 on Python 3.13: `ghcr.io/acme/tool:py3.13-slim-1.9`',
      '- tool 1.9 on Python 3.12: `ghcr.io/acme/tool:py3.12-slim-1.9`',
      '- zoo 1.0 on Python 3.13: `ghcr.io/acme/tool:py3.13-slim-1.0`',
    ],
  ],
  [
    'what failed and was not there before is not there, even where some of its tags moved',
    [
      neverThere(halfFailed),
      neverThere(blocked),
      { ...published, outcome: 'built' },
      image('1.9', '3.12', 'slim'),
    ],
    [],
    ['- tool 1.9 on Python 3.12: `ghcr.io/acme/tool:py3.12-slim-1.9`'],
  ],
  [
    'a tag that stands for a newer version is not there',
    [
      {
        ...published,
        destinations: published.destinations.map((one) => ({ ...one, held: ['py3.13-slim-LATEST'] })),
      },
    ],
    [],
    ['- tool 1.2.3 on Python 3.13: `ghcr.io/acme/tool:py3.13-slim-1.2.3`'],
  ],
])('%s', (_, images, still, list) => {
  const text = around(`\n${list.join('\n')}\n`);
  expect(value(around('\n- an older list'), images, still)).toEqual({ ok: true, value: text });
  expect(value(around('').replace('\n\n<!-- /', '\n<!-- /'), images, still)).toEqual({
    ok: true,
    value: text,
  });
  // Once more, it is the same.
  expect(value(text, images, still)).toEqual({ ok: true, value: text });
});

test('the order in which a plan has images does not matter', () => {
  const images = ['1.9', '1.10', '1.11'].map((version) => image(version, '3.13', 'slim'));
  const several = [...images, image('1.9', '3.13', 'alpine'), image('1.9', '3.12', 'slim')];
  expect(value(around(''), several)).toEqual(value(around(''), several.toReversed()));
});

test('an image in several repositories has the same list whether it was published, stayed, or failed', () => {
  const made: Report = {
    ...image('1.9', '3.13', 'slim'),
    destinations: published.destinations.flatMap((one) =>
      ['ghcr.io', 'docker.io'].map((host) => ({ ...one, repository: `${host}/acme/tool`, held: [] })),
    ),
  };
  const { subject, repository, tags } = made;
  const text = value(around(''), [made]);
  expect(text).toEqual({
    ok: true,
    value: around(
      '\n- tool 1.9 on Python 3.13: `ghcr.io/acme/tool:py3.13-slim-1.9`, `docker.io/acme/tool:py3.13-slim-1.9`\n',
    ),
  });
  const stays = { subject, repository, otherRepositories: ['docker.io/acme/tool'], tags };
  expect(value(around(''), [], [stays])).toEqual(text);
  const failed = { ...made, outcome: 'failed', destinations: [] } as const;
  expect(value(text.ok ? text.value : '', [failed])).toEqual(text);
});

test('what was not made keeps what is listed of it, but for tags that another image has now', () => {
  const tag = (name: string) => `\`ghcr.io/acme/tool:${name}\``;
  const before = around(
    `\n- tool 1.10 on Python 3.13: ${tag('py3.13-slim-1.10')}, ${tag('stable')}, ${tag('py3.13-slim-LATEST')}\n`,
  );
  const failed = { ...image('1.10', '3.13', 'slim', neverThere(halfFailed)), outcome: 'failed' } as const;
  const tags = ['py3.13-slim-1.10', 'py3.13-slim-LATEST', 'stable', 'new'];
  const newer = { ...image('1.11', '3.13', 'slim'), tags: ['py3.13-slim-1.11', 'py3.13-slim-LATEST'] };
  expect(value(before, [{ ...failed, tags }, newer])).toEqual({
    ok: true,
    value: around(
      `\n- tool 1.11 on Python 3.13: ${tag('py3.13-slim-1.11')}, ${tag('py3.13-slim-LATEST')}\n- tool 1.10 on Python 3.13: ${tag('py3.13-slim-1.10')}, ${tag('stable')}\n`,
    ),
  });
});

test('without an image nothing is between them', () => {
  expect(value(around('- an older list'), [neverThere(halfFailed)])).toEqual({ ok: true, value: around('') });
});

test('ends of lines stay as they are', () => {
  const lines = (text: string) => text.replaceAll('\n', '\r\n');
  const list = '\n- tool 1.9 on Python 3.12: `ghcr.io/acme/tool:py3.12-slim-1.9`\n';
  expect(value(lines(around('')), [image('1.9', '3.12', 'slim')])).toEqual({
    ok: true,
    value: lines(around(list)),
  });
});

test.each([
  ['neither marker', '# Tool\n'],
  ['the first one alone', '<!-- python-images -->\n'],
  ['the last one alone', '<!-- /python-images -->\n'],
  ['them the other way round', '<!-- /python-images -->\n<!-- python-images -->\n'],
  ['them within a line', 'Between `<!-- python-images -->` and `<!-- /python-images -->`.\n'],
])('a file with %s is refused', (_, text) => {
  expect(value(text, [published])).toEqual({
    ok: false,
    message:
      'has no place for the list of tags: it must have the lines "<!-- python-images -->" and "<!-- /python-images -->", in this order.',
  });
});
