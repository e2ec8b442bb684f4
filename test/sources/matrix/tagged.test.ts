import { expect, test } from 'vitest';
import type { MatrixCell } from '../../../src/sources/matrix/matrix.ts';
import { taggedCells } from '../../../src/sources/matrix/tagged.ts';
import { version } from '../../package-index/projects.ts';

/** A cell from `six 1.0.0 3.13 slim`, or with `1.0.0=1.0` where 1.0 was written of 1.0.0. */
function cellOf(text: string, inputs: MatrixCell['inputs'] = {}): MatrixCell {
  const [name = '', versions = '', python = '', base = ''] = text.split(' ');
  const [indexed = '', written] = versions.split('=');
  return {
    package: { name, extras: [], text: name },
    version: { version: version(indexed), files: [], ...(written === undefined ? {} : { written }) },
    python: { text: python, minor: python.split('.').slice(0, 2).join('.') },
    base,
    inputs,
    pythonIsNamed: false,
  };
}

test.each<[string, readonly MatrixCell[], readonly (readonly string[])[]]>([
  ['none', [], []],
  [
    'each package, Python and base for itself',
    [
      'six 1.2.3 3.13 slim',
      'six 1.2.4 3.12 slim',
      'six 1.3.1 3.13 full',
      'demo 1.2.2 3.13 slim',
      'six 1.2.2 3.13 slim',
      'six 1.2.2 3.13.1 slim',
    ].map((text) => cellOf(text)),
    [
      ['py3.13-slim-LATEST', 'py3.13-slim-1.2', 'py3.13-slim-1'],
      ['py3.12-slim-LATEST', 'py3.12-slim-1.2', 'py3.12-slim-1'],
      ['py3.13-LATEST', 'py3.13-1.3', 'py3.13-1'],
      ['py3.13-slim-LATEST', 'py3.13-slim-1.2', 'py3.13-slim-1'],
      [],
      ['py3.13.1-slim-LATEST', 'py3.13.1-slim-1.2', 'py3.13.1-slim-1'],
    ],
  ],
  [
    'never the exact tag of another version, as it was written',
    [
      cellOf('six 5.0.0=5.0 3.13 slim'),
      cellOf('six 5.0.1 3.13 slim'),
      cellOf('six 4.0=v4.0.0 3.13 slim'),
      cellOf('six 4.0.1 3.13 slim'),
    ],
    [[], ['py3.13-slim-LATEST', 'py3.13-slim-5'], [], ['py3.13-slim-4.0', 'py3.13-slim-4']],
  ],
  [
    'a lower-case latest',
    [cellOf('six 1.0.1 3.13 slim', { lowercase_latest: 'True' })],
    [['py3.13-slim-LATEST', 'py3.13-slim-latest', 'py3.13-slim-1.0', 'py3.13-slim-1']],
  ],
])('tags that move: %s', (_, cells, expected) => {
  const tags = taggedCells(cells);
  expect(cells.map((cell) => tags.get(cell))).toEqual(expected);
});
