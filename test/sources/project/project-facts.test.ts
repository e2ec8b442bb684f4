import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/errors.ts';
import { projectFacts, type ProjectFacts } from '../../../src/sources/project/project-facts.ts';

const factsOf = (pyproject?: string, setupCfg?: string): ProjectFacts =>
  projectFacts({
    ...(pyproject === undefined ? {} : { pyproject: { path: 'pyproject.toml', text: pyproject } }),
    ...(setupCfg === undefined ? {} : { setupCfg: { path: 'setup.cfg', text: setupCfg } }),
  });

const foo = { written: 'foo', normalized: 'foo', image: 'foo' };
const setuptools = `[metadata]
name = foo
[options]
python_requires = >=3.8
[options.entry_points]
console_scripts =
    foo = foo.cli:main
[options.extras_require]
test = pytest
`;
const fromSetuptools: ProjectFacts = {
  name: foo,
  scripts: ['foo'],
  extras: ['test'],
  requiresPython: '>=3.8',
};

describe('projectFacts', () => {
  it.each<readonly [string, string | undefined, string | undefined, ProjectFacts]>([
    ['of no files', undefined, undefined, {}],
    ['of empty files', '', '', {}],
    [
      '[project]',
      `[project]
name = "Foo_Bar.baz"
requires-python = ">=3.9"
[project.scripts]
foo = "foo.cli:main"
"foo-worker" = "foo.worker:main"
[project.gui-scripts]
window = "foo.gui:main"
[project.optional-dependencies]
foo_base = ["redis"]
Test = []
`,
      setuptools,
      {
        name: { written: 'Foo_Bar.baz', normalized: 'foo-bar-baz', image: 'foo-bar.baz' },
        scripts: ['foo', 'foo-worker'],
        extras: ['foo_base', 'Test'],
        requiresPython: '>=3.9',
      },
    ],
    [
      '[project] that has nothing but a name, which settles the others',
      '[project]\nname = "foo"\n',
      setuptools.replace('name = foo', 'name = other'),
      { name: foo, scripts: [], extras: [] },
    ],
    [
      'a name that no image can have',
      '[project]\nname = "Foo_.Bar"\n',
      undefined,
      { name: { written: 'Foo_.Bar', normalized: 'foo-bar', image: 'foo-bar' }, scripts: [], extras: [] },
    ],
    [
      'dynamic fields',
      '[project]\nname = "foo"\ndynamic = ["version", "scripts", "optional-dependencies", "requires-python"]\n',
      undefined,
      { name: foo },
    ],
    [
      'dynamic fields, of which setup.cfg says some',
      '[project]\nname = "foo"\ndynamic = ["scripts", "requires-python"]\n',
      setuptools.replace('name = foo', 'name = other'),
      { name: foo, scripts: ['foo'], extras: [], requiresPython: '>=3.8' },
    ],
    [
      'Poetry',
      `[build-system]
requires = ["poetry-core"]
build-backend = "poetry.core.masonry.api"
[tool.poetry]
name = "foo"
[tool.poetry.scripts]
foo = "foo.cli:main"
console = { reference = "foo.cli:other", type = "console" }
file = { reference = "bin/run.sh", type = "file" }
untyped = { reference = "foo.cli:untyped" }
old = { callable = "foo.cli:old", extras = ["test"] }
[tool.poetry.dependencies]
python = "^3.9"
[tool.poetry.extras]
foo_base = ["redis"]
`,
      setuptools,
      { name: foo, scripts: ['foo', 'console', 'old'], extras: ['foo_base'], requiresPython: '>=3.9,<4' },
    ],
    [
      'Poetry that names no backend, and has no scripts',
      '[tool.poetry]\nname = "foo"\n',
      undefined,
      { name: foo, scripts: [], extras: [] },
    ],
    [
      'Poetry with [project]',
      `[project]
name = "foo"
dynamic = ["scripts", "requires-python"]
[build-system]
build-backend = "poetry_dynamic_versioning.backend"
[tool.poetry.scripts]
foo = "foo.cli:main"
[tool.poetry.dependencies]
python = "~3.9"
`,
      undefined,
      { name: foo, scripts: ['foo'], extras: [], requiresPython: '>=3.9,<3.10' },
    ],
    [
      'Poetry with [project] and dynamic fields that it does not say',
      '[project]\nname = "foo"\ndynamic = ["scripts", "optional-dependencies"]\n[build-system]\nbuild-backend = "poetry.core.masonry.api"\n[tool.poetry]\n',
      setuptools,
      { name: foo, scripts: [], extras: [] },
    ],
    [
      'Poetry with scripts in [project], which count',
      '[project]\nname = "foo"\nscripts = { a = "a:b" }\n[tool.poetry.scripts]\nb = "a:b"\n',
      undefined,
      { name: foo, scripts: ['a'], extras: [] },
    ],
    [
      "another tool's table that Poetry no longer reads",
      '[build-system]\nbuild-backend = "setuptools.build_meta"\n[tool.poetry]\nname = "other"\n[tool.poetry.scripts]\nother = "a:b"\n',
      setuptools,
      fromSetuptools,
    ],
    [
      'Flit',
      `[tool.flit.metadata]
module = "foo"
requires-python = ">=3"
[tool.flit.metadata.requires-extra]
test = ["pytest"]
[tool.flit.scripts]
foo = "foo:main"
`,
      setuptools,
      { name: foo, scripts: ['foo'], extras: ['test'], requiresPython: '>=3' },
    ],
    [
      'Flit with another name than the module, and no scripts',
      '[build-system]\nbuild-backend = "flit_core.buildapi"\n[tool.flit.metadata]\nmodule = "foo"\ndist-name = "foo-dist"\n',
      undefined,
      {
        name: { written: 'foo-dist', normalized: 'foo-dist', image: 'foo-dist' },
        scripts: [],
        extras: [],
      },
    ],
    ['setuptools', undefined, setuptools, fromSetuptools],
    [
      'setuptools beside a pyproject.toml that says nothing',
      '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n[tool.black]\n',
      setuptools,
      fromSetuptools,
    ],
    [
      'scripts of setuptools with commas on one line',
      undefined,
      '[options.entry_points]\nconsole_scripts = a = b:c, d=e:f [extra],\n\n',
      { scripts: ['a', 'd'] },
    ],
    [
      'scripts of setuptools with a comma on a line of several',
      undefined,
      '[options.entry_points]\nconsole_scripts =\n  a = b:c [x, y]\n\n  # why\n  d=e:f\n',
      { scripts: ['a', 'd'] },
    ],
    [
      'a script of setuptools with a comma on a line of its own',
      undefined,
      '[options.entry_points]\nconsole_scripts =\n  a = b:c [x, y]\n',
      { scripts: ['a'] },
    ],
    [
      'entry points of setuptools in another file',
      undefined,
      '[options]\nentry_points = file: entry_points.txt\n',
      {},
    ],
    [
      'pbr',
      '[build-system]\nrequires = ["pbr", "setuptools"]\nbuild-backend = "pbr.build"\n',
      `[metadata]
Name = zuul
python-requires = >=3.11
[entry_points]
console_scripts =
    zuul-scheduler = zuul.cmd.scheduler:main
    zuul-executor = zuul.cmd.executor:main
    # zuul-old = zuul.cmd.old:main
zuul.drivers =
    git = zuul.driver.git
[extras]
zuul_base =
    PyMySQL
zuul_executor:(python_version>='3.11') =
    ara
test = pytest
`,
      {
        name: { written: 'zuul', normalized: 'zuul', image: 'zuul' },
        scripts: ['zuul-scheduler', 'zuul-executor'],
        extras: ['zuul_base', 'zuul_executor', 'test'],
        requiresPython: '>=3.11',
      },
    ],
    [
      'sections of setuptools and pbr together',
      undefined,
      `[metadata]
name = foo
requires_python = >=3.6
[options]
python-requires =
    >=3.7,
    <4
[options.entry_points]
console_scripts = foo = foo:main
[entry_points]
console_scripts = old = foo:main
[options.extras_require]
test = pytest
[extras]
docs = sphinx
test = pytest
`,
      { name: foo, scripts: ['foo'], extras: ['test', 'docs'], requiresPython: '>=3.7,<4' },
    ],
  ])('%s', (_, pyproject, setupCfg, facts) => {
    expect(factsOf(pyproject, setupCfg)).toEqual(facts);
  });

  it.each([
    ['^3.9', '>=3.9,<4'],
    ['~3.9.1', '>=3.9.1,<3.10'],
    ['~3', '>=3,<4'],
    ['>= 3.9, < 4', '>=3.9,<4'],
    ['>=3.9 <4', '>=3.9,<4'],
    ['~=3.9', '~=3.9'],
    ['3.9.*', '==3.9.*'],
    ['3.9', '==3.9'],
    ['*', undefined],
    ['^3.9 || ^4', undefined],
    ['whatever', undefined],
  ])("Poetry's python = %j is %j", (constraint, requiresPython) => {
    const text = `[tool.poetry]\nname = "foo"\ndependencies = { python = "${constraint}" }\n`;
    expect(factsOf(text).requiresPython).toBe(requiresPython);
  });

  const rule = 'a name has letters, digits, ".", "-" and "_", and begins and ends with a letter or a digit';
  it.each([
    [
      'what is no TOML',
      '[project]\nname = foo\n',
      undefined,
      ['pyproject.toml, line 2, column 8: it is no TOML: invalid value.'],
    ],
    [
      'what is wrong in both files',
      '[project\n',
      'name\n',
      [
        'pyproject.toml, line 1, column 9: it is no TOML: illegal character in key.',
        'setup.cfg, line 1, column 1: expected a section like "[metadata]" before everything else; "name" stands there.',
      ],
    ],
    [
      '[project] without a name',
      '[project]\n',
      undefined,
      ['project.name is missing: [project] names the project.'],
    ],
    [
      'values of another kind',
      `[build-system]
build-backend = 1
[project]
name = ["foo"]
dynamic = "scripts"
scripts = { a = 1, b = "a:b" }
optional-dependencies = []
requires-python = 3.9
`,
      undefined,
      [
        'build-system.build-backend is not a text.',
        'project.name is not a text.',
        'project.scripts.a is not a text.',
        'project.optional-dependencies is not a table.',
        'project.requires-python is not a text.',
        'project.dynamic is not a list of texts.',
      ],
    ],
    ['a table that is a date', 'project = 2026-01-01\n', undefined, ['project is not a table.']],
    [
      'scripts among the entry points',
      '[project]\nname = "foo"\n[project.entry-points.console_scripts]\nfoo = "a:b"\n',
      undefined,
      ['project.entry-points.console_scripts must not be there: its scripts belong into project.scripts.'],
    ],
    [
      'values of another kind in the tables of Poetry',
      '[tool.poetry]\nname = "foo[x]"\n[tool.poetry.scripts]\na = 1\nb = { type = 1 }\n',
      undefined,
      [
        'tool.poetry.scripts.a is neither a text nor a table.',
        'tool.poetry.scripts.b.type is not a text.',
        `tool.poetry.name "foo[x]" is not a project's name: ${rule}.`,
      ],
    ],
    [
      'a name that is none',
      '[project]\nname = ""\n',
      undefined,
      [`project.name "" is not a project's name: ${rule}.`],
    ],
    [
      'a name and scripts of setup.cfg that are none',
      undefined,
      '[metadata]\nname = a b\n[entry_points]\nconsole_scripts =\n    a = b:c\n    foo\n    = b:c\n    d =\n',
      [
        `setup.cfg, line 2, column 8: "a b" is not a project's name: ${rule}.`,
        'setup.cfg, line 6, column 5: "foo" is not a console script: write "name = package.module:function".',
        'setup.cfg, line 7, column 5: "= b:c" is not a console script: write "name = package.module:function".',
        'setup.cfg, line 8, column 5: "d =" is not a console script: write "name = package.module:function".',
      ],
    ],
  ])('refuses %s', (_, pyproject, setupCfg, messages) => {
    let problems: Failure['problems'] = [];
    try {
      factsOf(pyproject, setupCfg);
    } catch (error) {
      if (error instanceof Failure) problems = error.problems;
    }
    expect(problems).toEqual(
      messages.map((message) => {
        const about = message.startsWith('setup.cfg') ? 'setup.cfg' : 'pyproject.toml';
        return {
          station: 'input',
          about,
          message: message.startsWith(about) ? message : `${about}: ${message}`,
        };
      }),
    );
  });
});
