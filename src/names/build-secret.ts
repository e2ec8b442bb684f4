/** A secret of the build: its id, and the file or the environment variable that holds the value. */
export interface BuildSecret {
  readonly id: string;
  readonly from:
    | { readonly kind: 'file'; readonly path: string }
    | { readonly kind: 'variable'; readonly name: string };
}

/** The secret as `--secret` of buildx and `secret` of a bake file take it. */
export const buildxSecret = ({ id, from }: BuildSecret): string =>
  from.kind === 'file' ? `id=${id},src=${from.path}` : `id=${id},env=${from.name}`;
