/** The official Python images: the one to publish on, and the one to compile in. */
import { compilerTag } from '../../names/python-tag.ts';
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

export function baseOf(python: PythonVersion, variant: string, baseRegistry: string): Base {
  const publishTarget = variant === '' ? python.text : `${python.text}-${variant}`;
  const buildTarget = compilerTag(python.text, variant);
  return {
    variant,
    publishTarget,
    buildTarget,
    publish: `${baseRegistry}/python:${publishTarget}`,
    build: `${baseRegistry}/python:${buildTarget}`,
  };
}
