/**
 * Environment markers: parsing and evaluation (PEP 508; PEP 685 for extras; PEP 751 for `extras` and `dependency_groups`).
 * By hand: pip-requirements-js parses markers and does not evaluate them.
 */
import { type Parsed, parsed, refused } from '../errors.ts';
import { normalizedName } from './package-name.ts';
import { parsePackageVersion, parseSpecifiers, satisfies } from './package-version.ts';
import { shown } from './shown.ts';

export type MarkerEnvironment = Readonly<Record<string, string | readonly string[]>>;

type Operand = { readonly variable: string } | { readonly literal: string };

export type Marker =
  | { readonly kind: 'and' | 'or'; readonly left: Marker; readonly right: Marker }
  | { readonly kind: 'compare'; readonly left: Operand; readonly operator: string; readonly right: Operand };

const oldNames: Readonly<Record<string, string>> = {
  'os.name': 'os_name',
  'sys.platform': 'sys_platform',
  'platform.version': 'platform_version',
  'platform.machine': 'platform_machine',
  'platform.python_implementation': 'platform_python_implementation',
  python_implementation: 'platform_python_implementation',
};

const variables: ReadonlySet<string> = new Set([
  'python_version',
  'python_full_version',
  'os_name',
  'sys_platform',
  'platform_release',
  'platform_system',
  'platform_version',
  'platform_machine',
  'platform_python_implementation',
  'implementation_name',
  'implementation_version',
  'extra',
  'extras',
  'dependency_groups',
]);

/** Variables that are compared as versions; all others are compared as text. */
const versionVariables: ReadonlySet<string> = new Set([
  'python_version',
  'python_full_version',
  'implementation_version',
  'platform_release',
]);
const nameVariables: ReadonlySet<string> = new Set(['extra', 'extras', 'dependency_groups']);

const token =
  /\s*(?:(?<string>'[^']*'|"[^"]*")|(?<operator>===|~=|==|!=|<=|>=|<|>|not\s+in\b|in\b)|(?<paren>[()])|(?<word>[A-Za-z_][\w.]*))/y;

interface Token {
  readonly kind: 'string' | 'operator' | 'paren' | 'word';
  readonly text: string;
}

function tokens(text: string): readonly Token[] | undefined {
  const result: Token[] = [];
  const rest = text.trimEnd();
  for (token.lastIndex = 0; token.lastIndex < rest.length;) {
    const groups = token.exec(rest)?.groups;
    if (groups === undefined) return undefined;
    const kind = (['string', 'operator', 'paren', 'word'] as const).find(
      (name) => groups[name] !== undefined,
    )!;
    result.push({ kind, text: groups[kind]!.replace(/^not\s+in$/, 'not in') });
  }
  return result;
}

/** Parentheses within each other: more than any real marker has, and too few to exhaust the stack. */
const deepest = 100;

/** Parses a marker. `and` binds closer than `or`. */
export function parseMarker(text: string): Parsed<Marker> {
  const refusal = refused(
    `marker ${shown(text)} is not one of PEP 508: write it like 'python_version < "3.11" and platform_machine == "x86_64"'.`,
  );
  const all = tokens(text);
  if (all === undefined) return refusal;
  let position = 0;
  const accept = (kind: Token['kind'], ...texts: string[]): Token | undefined => {
    const next = all[position];
    if (next === undefined || next.kind !== kind || (texts.length > 0 && !texts.includes(next.text)))
      return undefined;
    position += 1;
    return next;
  };
  const operand = (): Operand | undefined => {
    const string = accept('string');
    if (string !== undefined) return { literal: string.text.slice(1, -1) };
    const word = accept('word');
    const variable = word && (oldNames[word.text] ?? word.text);
    return variable !== undefined && variables.has(variable) ? { variable } : undefined;
  };
  const atom = (depth: number): Marker | undefined => {
    if (depth > deepest) return undefined;
    if (accept('paren', '(') !== undefined) {
      const inner = disjunction(depth + 1);
      return accept('paren', ')') === undefined ? undefined : inner;
    }
    const left = operand();
    const operator = left && accept('operator')?.text;
    const right = operator && operand();
    if (!left || !operator || !right || 'variable' in left === 'variable' in right) return undefined;
    return { kind: 'compare', left, operator, right };
  };
  const chain = (
    kind: 'and' | 'or',
    part: (depth: number) => Marker | undefined,
    depth: number,
  ): Marker | undefined => {
    let left = part(depth);
    while (left !== undefined && accept('word', kind) !== undefined) {
      const right = part(depth);
      left = right && { kind, left, right };
    }
    return left;
  };
  const conjunction = (depth: number): Marker | undefined => chain('and', atom, depth);
  const disjunction = (depth: number): Marker | undefined => chain('or', conjunction, depth);
  const marker = disjunction(0);
  return marker === undefined || position !== all.length ? refusal : parsed(marker);
}

/** Whether a marker holds. A variable that the environment does not have is empty. */
export function evaluate(marker: Marker, environment: MarkerEnvironment): boolean {
  switch (marker.kind) {
    case 'and':
      return evaluate(marker.left, environment) && evaluate(marker.right, environment);
    case 'or':
      return evaluate(marker.left, environment) || evaluate(marker.right, environment);
    case 'compare': {
      const key =
        'variable' in marker.left ? marker.left.variable : (marker.right as { variable: string }).variable;
      const valueOf = (operand: Operand): string | readonly string[] => {
        const raw = 'variable' in operand ? (environment[operand.variable] ?? '') : operand.literal;
        if (!nameVariables.has(key)) return raw;
        return typeof raw === 'string' ? normalizedName(raw) : raw.map(normalizedName);
      };
      return compare(key, valueOf(marker.left), marker.operator, valueOf(marker.right));
    }
  }
}

function compare(
  key: string,
  left: string | readonly string[],
  operator: string,
  right: string | readonly string[],
): boolean {
  if (operator === 'in' || operator === 'not in') {
    const inside = typeof left === 'string' && right.includes(left);
    return inside === (operator === 'in');
  }
  if (typeof left !== 'string' || typeof right !== 'string') return false;
  if (versionVariables.has(key)) {
    const specifiers = parseSpecifiers(`${operator}${right}`);
    const version = parsePackageVersion(left.replace(/\+$/, ''));
    if (specifiers.ok && version.ok) return satisfies(version.value, specifiers.value);
  }
  switch (operator) {
    case '==':
    case '===':
    // The specification gives text no order: of `<=` and `>=` only the equality counts.
    case '<=':
    case '>=':
      return left === right;
    case '!=':
      return left !== right;
    default:
      return false;
  }
}
