import { expect, test } from 'vitest';
import {
  lineDifference,
  offerContext,
  withoutOffers,
  withOffers,
} from '../../src/dockerfile/offered-mounts.ts';

const mount = (rest: string): string => `--mount=type=bind,from=python-image-builder,${rest}`;
const settings = [
  mount('target=/run/python-image-builder'),
  mount('source=/pip.conf,target=/etc/xdg/pip/pip.conf'),
  mount('source=/uv.toml,target=/etc/uv/uv.toml'),
].join(' ');
const library = mount('source=/sitecustomize.pyc,target=/usr/local/lib/python3.13/sitecustomize.pyc');

test.each<[string, string, string]>([
  ['a line', 'RUN pip install a', `RUN ${settings} pip install a`],
  ['what goes on', '  run \\\n  pip install a', `  run ${settings} \\\n  pip install a`],
  ['other mounts', 'RUN --mount=type=secret,id=x pip', `RUN ${settings} --mount=type=secret,id=x pip`],
  ['a heredoc', 'RUN <<E\npip\nE', `RUN ${settings} <<E\npip\nE`],
  ['what is no RUN', 'ONBUILD RUN pip', 'ONBUILD RUN pip'],
])('puts mounts before %s', (_, text, expected) => {
  expect(withOffers(text, [{ line: 1, context: offerContext(1) }])).toBe(expected);
  expect(withoutOffers(expected)).toBe(text);
});

test('brings the library along, and shows what differs', () => {
  const text = 'FROM python:3.13\nRUN pip install a\n';
  const changed = withOffers(text, [{ line: 2, context: offerContext(1), library: '3.13' }]);
  expect(lineDifference(text, changed, { before: 'Dockerfile', after: 'what is built' })).toBe(
    `--- Dockerfile\n+++ what is built\n@@ -2 +2 @@\n-RUN pip install a\n+RUN ${settings} ${library} pip install a\n`,
  );
});

test('gives each step the context of its own base', () => {
  const text = 'FROM a\nRUN pip install a\nFROM b\nRUN pip install b\n';
  const changed = withOffers(text, [
    { line: 2, context: offerContext(1) },
    { line: 4, context: offerContext(2) },
  ]);
  const other = settings.replaceAll('from=python-image-builder,', 'from=python-image-builder-2,');
  expect(changed.split('\n').slice(1, 4)).toEqual([
    `RUN ${settings} pip install a`,
    'FROM b',
    `RUN ${other} pip install b`,
  ]);
  expect(withoutOffers(changed)).toBe(text);
});
