/** The WWW-Authenticate header of a registry's 401, and scopes of tokens. */

export type Challenge =
  | { readonly scheme: 'basic' }
  | { readonly scheme: 'bearer'; readonly realm: string; readonly service?: string; readonly scope?: string };

/** Either a parameter, `key=token` or `key="quoted string"`, or the name of a scheme (RFC 9110, section 5.6). */
const piece =
  /\s*(?:([\w!#$%&'*+.^`|~-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))|([\w!#$%&'*+.^`|~-]+))\s*,?/y;

/**
 * The challenges of a WWW-Authenticate header (RFC 9110, section 11.6.1), Bearer before Basic. Unknown schemes and a
 * Bearer without a realm are left out.
 */
export function parseChallenges(header: string): Challenge[] {
  const schemes: { scheme: string; parameters: Record<string, string> }[] = [];
  piece.lastIndex = 0;
  for (let match = piece.exec(header); match !== null; match = piece.exec(header)) {
    const [, key, quoted, plain, scheme] = match;
    if (scheme !== undefined) schemes.push({ scheme: scheme.toLowerCase(), parameters: {} });
    else if (key !== undefined) {
      const current = schemes.at(-1);
      if (current) current.parameters[key.toLowerCase()] = quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '';
    }
  }
  const challenges = schemes.flatMap(({ scheme, parameters }): Challenge[] => {
    if (scheme === 'basic') return [{ scheme }];
    const { realm, service, scope } = parameters;
    if (scheme !== 'bearer' || realm === undefined) return [];
    return [
      { scheme, realm, ...(service !== undefined && { service }), ...(scope !== undefined && { scope }) },
    ];
  });
  return challenges.toSorted((a, b) => b.scheme.localeCompare(a.scheme));
}

export type Action = 'pull' | 'pull,push' | 'pull,push,delete';

/** A scope, `repository:owner/app:pull,push` (distribution's token specification). */
export const repositoryScope = (name: string, actions: Action): string => `repository:${name}:${actions}`;

/**
 * Merges scopes: one entry a resource, with all its actions, sorted, so that equal sets of scopes are equal texts and
 * share a token. The registry's own scope is merged in, since it may ask for more than this client does.
 */
export function mergeScopes(...scopes: readonly (string | undefined)[]): string[] {
  const actions = new Map<string, Set<string>>();
  for (const scope of scopes.flatMap((text) => text?.split(' ') ?? [])) {
    const colon = scope.lastIndexOf(':');
    if (colon < 0) continue;
    const allowed = actions.get(scope.slice(0, colon)) ?? new Set();
    for (const action of scope.slice(colon + 1).split(',')) allowed.add(action);
    actions.set(scope.slice(0, colon), allowed);
  }
  return [...actions]
    .map(([resource, allowed]) => `${resource}:${[...allowed].toSorted().join(',')}`)
    .toSorted();
}
