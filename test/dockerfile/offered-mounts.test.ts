import { expect, test } from 'vitest';
import { lineDifference, withoutOffers, withOffers } from '../../src/dockerfile/offered-mounts.ts';

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
  expect(withOffers(text, [{ line: 1 }])).toBe(expected);
  expect(withoutOffers(expected)).toBe(text);
});

test('brings the library along, and shows what differs', () => {
  const text = 'FROM python:3.13\nRUN pip install a\n';
  const changed = withOffers(text, [{ line: 2, library: '3.13' }]);
  expect(lineDifference(text, changed, { before: 'Dockerfile', after: 'what is built' })).toBe(
    `--- Dockerfile\n+++ what is built\n@@ -2 +2 @@\n-RUN pip install a\n+RUN ${settings} ${library} pip install a\n`,
  );
});
