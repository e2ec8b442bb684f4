import { parse, TomlError } from 'smol-toml';
import { defined } from '../../defined.ts';
import { Failure, type Problem } from '../../errors.ts';
import { isTable, type Table } from '../../lock/toml.ts';
import { parseSpecifiers } from '../../names/package-version.ts';
import { messageAt, type TextFile } from './config-parser.ts';
import { type Statements, wrongName } from './statements.ts';

type Field = keyof Statements;

export interface Pyproject {
  readonly statements: Statements;
  /** Fields that setup.cfg, setup.py or the build backend may say: what is missing of the others is not there. */
  readonly elsewhere: readonly Field[];
}

/** Names in `project.dynamic` (pyproject.toml specification). */
const dynamicNames: Readonly<Record<Field, string>> = {
  name: 'name',
  scripts: 'scripts',
  extras: 'optional-dependencies',
  requiresPython: 'requires-python',
};
const fields = Object.keys(dynamicNames) as Field[];

/**
 * Reads `[project]`, or what Poetry and Flit had before it. Their tables count where the build backend is theirs or none is
 * named.
 *
 * @throws Failure with the place of what is no TOML, or with all values that are of another kind than they must be.
 */
export function readPyproject({ path, text }: TextFile): Pyproject {
  const check = checkerOf(path);
  const page = parsePage(path, text);
  const backend = check.text(check.table(page, 'build-system'), 'build-backend', 'build-system.');
  const tool = check.table(page, 'tool') ?? {};
  const ownTool = (name: string): Table | undefined =>
    backend === undefined || backend.includes(name) ? check.table(tool, name, 'tool.') : undefined;
  const project = check.table(page, 'project');
  const poetry = ownTool('poetry');
  const flit = check.table(ownTool('flit'), 'metadata', 'tool.flit.');

  const said: Statements[] = [];
  if (project !== undefined) said.push(projectStatements(project, check));
  if (poetry !== undefined) said.push(poetryStatements(poetry, check));
  else if (project === undefined && flit !== undefined)
    said.push(flitStatements(flit, ownTool('flit') ?? {}, check));
  const dynamic = check.texts(project, 'dynamic', 'project.');
  const isElsewhere = (field: Field): boolean =>
    said.length === 0 || (dynamic.includes(dynamicNames[field]) && poetry === undefined);
  const elsewhere = fields.filter(isElsewhere);
  const statements = merged(said, elsewhere);
  if (project !== undefined && !Object.hasOwn(project, 'name') && statements.name === undefined)
    check.wrong('project.name is missing: [project] names the project.');
  check.done();
  return { statements, elsewhere };
}

/** The first that says a field. Poetry takes its own lists where those of `[project]` are empty. */
function merged(said: readonly Statements[], elsewhere: readonly Field[]): Statements {
  const names = (field: 'scripts' | 'extras'): readonly string[] | undefined =>
    said.map((one) => one[field]).find((found) => found !== undefined && found.length > 0) ??
    (elsewhere.includes(field) ? undefined : []);
  return defined({
    name: said.find(({ name }) => name !== undefined)?.name,
    scripts: names('scripts'),
    extras: names('extras'),
    requiresPython: said.find(({ requiresPython }) => requiresPython !== undefined)?.requiresPython,
  });
}

function parsePage(path: string, text: string): Table {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [reason = ''] = error.message.replace('Invalid TOML document: ', '').split('\n');
    const message = messageAt(path, error, `it is no TOML: ${reason}.`);
    throw new Failure([{ station: 'input', about: path, message }]);
  }
}

/** Takes values of a kind out of tables, and gathers what is of another kind. */
interface Checker {
  readonly table: (of: Table | undefined, key: string, prefix?: string) => Table | undefined;
  readonly text: (of: Table | undefined, key: string, prefix?: string) => string | undefined;
  readonly texts: (of: Table | undefined, key: string, prefix?: string) => readonly string[];
  readonly wrong: (what: string) => void;
  /** @throws Failure where something was wrong. */
  readonly done: () => void;
}

function checkerOf(path: string): Checker {
  const problems = new Map<string, Problem>();
  const wrong = (what: string): void => {
    const message = `${path}: ${what}`;
    problems.set(message, { station: 'input', about: path, message });
  };
  const take =
    <T>(is: (value: unknown) => value is T, kind: string) =>
    (of: Table | undefined, key: string, prefix = ''): T | undefined => {
      const value = of !== undefined && Object.hasOwn(of, key) ? of[key] : undefined;
      if (value === undefined || is(value)) return value;
      wrong(`${prefix}${key} is not ${kind}.`);
      return undefined;
    };
  const isText = (value: unknown): value is string => typeof value === 'string';
  const texts = take(
    (value): value is string[] => Array.isArray(value) && value.every(isText),
    'a list of texts',
  );
  return {
    table: take(isTable, 'a table'),
    text: take(isText, 'a text'),
    texts: (of, key, prefix) => texts(of, key, prefix) ?? [],
    wrong,
    done: () => {
      if (problems.size > 0) throw new Failure([...problems.values()]);
    },
  };
}

function nameIn(table: Table, key: string, prefix: string, check: Checker): string | undefined {
  const name = check.text(table, key, prefix);
  const wrongly = name === undefined ? undefined : wrongName(name);
  if (wrongly !== undefined) check.wrong(`${prefix}${key} ${wrongly}`);
  return name;
}

/** The names of a table whose values are all texts. */
function scriptsIn(table: Table, prefix: string, check: Checker): string[] | undefined {
  const scripts = check.table(table, 'scripts', prefix);
  const names = scripts && Object.keys(scripts);
  for (const name of names ?? []) check.text(scripts, name, `${prefix}scripts.`);
  return names;
}

const keysIn = (table: Table, key: string, prefix: string, check: Checker): string[] | undefined => {
  const found = check.table(table, key, prefix);
  return found && Object.keys(found);
};

function projectStatements(project: Table, check: Checker): Statements {
  const groups = check.table(project, 'entry-points', 'project.');
  if (groups !== undefined && Object.hasOwn(groups, 'console_scripts'))
    check.wrong(
      'project.entry-points.console_scripts must not be there: its scripts belong into project.scripts.',
    );
  return defined({
    name: nameIn(project, 'name', 'project.', check),
    scripts: scriptsIn(project, 'project.', check),
    extras: keysIn(project, 'optional-dependencies', 'project.', check),
    requiresPython: check.text(project, 'requires-python', 'project.'),
  });
}

function poetryStatements(poetry: Table, check: Checker): Statements {
  const scripts = check.table(poetry, 'scripts', 'tool.poetry.') ?? {};
  const prefix = 'tool.poetry.scripts.';
  const names = Object.entries(scripts).flatMap(([name, script]) => {
    if (typeof script === 'string') return [name];
    if (!isTable(script)) {
      check.wrong(`${prefix}${name} is neither a text nor a table.`);
      return [];
    }
    // Poetry 1 knew `callable`, too. A reference without a type, and one of the type `file`, is no console script.
    const isConsole =
      check.text(script, 'callable', `${prefix}${name}.`) !== undefined ||
      check.text(script, 'type', `${prefix}${name}.`) === 'console';
    return isConsole ? [name] : [];
  });
  const dependencies = check.table(poetry, 'dependencies', 'tool.poetry.') ?? {};
  const python = dependencies['python'];
  return defined({
    name: nameIn(poetry, 'name', 'tool.poetry.', check),
    scripts: names,
    extras: keysIn(poetry, 'extras', 'tool.poetry.', check),
    requiresPython: typeof python === 'string' ? specifiersOf(python) : undefined,
  });
}

/** Poetry's `^3.9`, `~3.9` and `3.9.*` as specifiers of PEP 440; undefined for what has no such, like `3.8 || 3.10`. */
function specifiersOf(constraint: string): string | undefined {
  const clauses = constraint.split(/[\s,]+(?![\s\d])/).map((clause) => clause.replaceAll(/\s/g, ''));
  const texts = clauses.filter((clause) => clause !== '' && clause !== '*').map(specifierOf);
  const text = texts.join(',');
  return text !== '' && !texts.includes(undefined) && parseSpecifiers(text).ok ? text : undefined;
}

function specifierOf(clause: string): string | undefined {
  const [, sign = '', version = ''] = /^(\^|~(?!=))?(\d+(?:\.\d+)*(?:\.\*)?)$/.exec(clause) ?? [];
  if (version === '') return clause;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (sign === '^') return `>=${version},<${major + 1}`;
  if (sign === '~') return `>=${version},<${version.includes('.') ? `${major}.${minor + 1}` : major + 1}`;
  return `==${version}`;
}

/** `[tool.flit.metadata]`, which Flit took before version 4. */
function flitStatements(metadata: Table, flit: Table, check: Checker): Statements {
  const prefix = 'tool.flit.metadata.';
  return defined({
    name: nameIn(metadata, 'dist-name', prefix, check) ?? nameIn(metadata, 'module', prefix, check),
    scripts: scriptsIn(flit, 'tool.flit.', check),
    extras: keysIn(metadata, 'requires-extra', prefix, check),
    requiresPython: check.text(metadata, 'requires-python', prefix),
  });
}
