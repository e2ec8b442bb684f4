/** Which official Python image is published on, and which one is compiled in. */
import type { PythonVersion } from '../../names/python-version.ts';

export interface Base {
  /** Empty for `full`, else the variant's name: `slim`, `alpine`, `slim-bookworm`. */
  readonly variant: string;
  /** Tag of the image that is published on: `3.13-slim`. The seed's `publish_target`. */
  readonly publishTarget: string;
  /** Tag of the image that compiles: `3.13`. The seed's `build_target`. */
  readonly buildTarget: string;
  /** Whole references, with the registry that the official images are pulled from. */
  readonly publish: string;
  readonly build: string;
}

/**
 * The images of a variant. A slim image is compiled for in the full one of the same distribution release;
 * Alpine has no fuller image, so that a compiler is added to it.
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
