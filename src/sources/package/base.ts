/** The official Python images: the one to publish on, and the one to compile in. */
import type { PythonVersion } from '../../names/python-version.ts';

export interface Base {
  /** Empty for `full`, else the variant's name: `slim`, `alpine`, `slim-bookworm`. */
  readonly variant: string;
  /** Tag of the image to publish on: `3.13-slim`. */
  readonly publishTarget: string;
  /** Tag of the image to compile in: `3.13`. */
  readonly buildTarget: string;
  /** Whole references, with the registry that the official images are pulled from. */
  readonly publish: string;
  readonly build: string;
}

/**
 * For a slim image it compiles in the full one of the same distribution release. Alpine has no full image: a compiler is
 * added to it.
 */
export function baseOf(python: PythonVersion, variant: string, baseRegistry: string): Base {
  const tagged = (suffix: string): string => (suffix === '' ? python.text : `${python.text}-${suffix}`);
  const publishTarget = tagged(variant);
  const buildTarget = variant.startsWith('alpine') ? publishTarget : tagged(variant.replace(/^slim-?/, ''));
  return {
    variant,
    publishTarget,
    buildTarget,
    publish: `${baseRegistry}/python:${publishTarget}`,
    build: `${baseRegistry}/python:${buildTarget}`,
  };
}
