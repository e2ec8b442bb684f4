/** Tags of the official Python images: `3.13`, `3.13.1-slim-bookworm`, `3.13-alpine3.20`. */

export interface PythonTag {
  /** `3.13`. */
  readonly minor: string;
  /** `3.13`, `3.13.1`, as the tag has it. */
  readonly version: string;
  /** Empty for the full image. */
  readonly variant: string;
}

export function parsePythonTag(tag: string): PythonTag | undefined {
  const [, version, minor, variant = ''] = /^((\d+\.\d+)(?:\.[\da-z]+)?)(?:-(.+))?$/.exec(tag) ?? [];
  return version === undefined || minor === undefined ? undefined : { version, minor, variant };
}

/**
 * The tag of the image to compile in. For a slim image that is the full one of the same distribution release. Alpine has
 * no full image: a compiler is added to it.
 */
export function compilerTag(version: string, variant: string): string {
  const full = variant.startsWith('alpine') ? variant : variant.replace(/^slim-?/, '');
  return full === '' ? version : `${version}-${full}`;
}
