/** What a registry asks for when it answers 401: the WWW-Authenticate header, and scopes of tokens. */

/** One challenge that this client can answer. */
export type Challenge =
  | { readonly scheme: 'basic' }
  | { readonly scheme: 'bearer'; readonly realm: string; readonly service?: string; readonly scope?: string };

/** A `token` or a quoted string of RFC 9110, section 5.6; then `=` makes it a parameter, and `,` ends one. */
const piece =
  /\s*(?:([\w!#$%&'*+.^`|~-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))|([\w!#$%&'*+.^`|~-]+))\s*,?/y;

/**
 * The challenges of a WWW-Authenticate header (RFC 9110, section 11.6.1; several may stand in one header), the
 * strongest first: Bearer before Basic. Schemes that this client does not know, and a Bearer without a realm, are
 * left out.
 */
export function parseChallenges(header: string): Challenge[] {
  const found: { scheme: string; parameters: Record<string, string> }[] = [];
  piece.lastIndex = 0;
  for (let match = piece.exec(header); match !== null; match = piece.exec(header)) {
    const [, key, quoted, plain, scheme] = match;
    if (scheme !== undefined) found.push({ scheme: scheme.toLowerCase(), parameters: {} });
    else if (key !== undefined) {
      const last = found.at(-1);
      if (last) last.parameters[key.toLowerCase()] = quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '';
    }
  }
  const challenges = found.flatMap(({ scheme, parameters }): Challenge[] => {
    if (scheme === 'basic') return [{ scheme }];
    const { realm, service, scope } = parameters;
    if (scheme !== 'bearer' || realm === undefined) return [];
    return [
      { scheme, realm, ...(service !== undefined && { service }), ...(scope !== undefined && { scope }) },
    ];
  });
  return challenges.toSorted((a, b) => b.scheme.localeCompare(a.scheme));
}

/** What is to be done in a repository, as a token's scope says it. */
export type Action = 'pull' | 'pull,push' | 'pull,push,delete';

/** `repository:owner/app:pull,push`: what a token is to allow (distribution's token specification). */
export const repositoryScope = (name: string, actions: Action): string => `repository:${name}:${actions}`;

/**
 * Scopes put together: one entry a resource, with all its actions, sorted, so that the same wish is the same text.
 * A registry may ask for more than this client thought of; both are then in the token.
 */
export function mergeScopes(...scopes: readonly (string | undefined)[]): string[] {
  const actions = new Map<string, Set<string>>();
  for (const scope of scopes.flatMap((text) => text?.split(' ') ?? [])) {
    const colon = scope.lastIndexOf(':');
    if (colon < 0) continue;
    const of = actions.get(scope.slice(0, colon)) ?? new Set();
    for (const action of scope.slice(colon + 1).split(',')) of.add(action);
    actions.set(scope.slice(0, colon), of);
  }
  return [...actions].map(([resource, of]) => `${resource}:${[...of].toSorted().join(',')}`).toSorted();
}
