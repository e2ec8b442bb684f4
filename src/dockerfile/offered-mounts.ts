/** Writes a Dockerfile in which instructions that run pip have mounts with what they are offered. */
import { dockerfileLines } from './instructions.ts';

/** Name of the build context with what is offered to the steps of one of several bases. @param number from 1. */
export const offerContext = (number: number): string =>
  number === 1 ? 'python-image-builder' : `python-image-builder-${number}`;

/** Where offer.py expects its mount: no folder of any image. */
const place = '/run/python-image-builder';

export interface OfferedLine {
  readonly line: number;
  /** The build context that its mounts are of. */
  readonly context: string;
  /** `3.13`, where its image is an official one, which has no bytecode of the library. */
  readonly library?: string;
}

/**
 * BuildKit's history has no flags of a RUN, and what it makes for a mount it removes: the image says nothing of them. The
 * files of settings are those that every other setting goes before.
 */
export function withOffers(text: string, lines: readonly OfferedLine[]): string {
  const all = text.split('\n');
  for (const { line, context, library } of lines) {
    const [, run, rest] = /^(\s*RUN)(\s.*|)$/is.exec(all[line - 1] ?? '') ?? [];
    if (run === undefined || rest === undefined) continue;
    const mounts = [
      `target=${place}`,
      'source=/pip.conf,target=/etc/xdg/pip/pip.conf',
      'source=/uv.toml,target=/etc/uv/uv.toml',
      ...(library === undefined
        ? []
        : [`source=/sitecustomize.pyc,target=/usr/local/lib/python${library}/sitecustomize.pyc`]),
    ];
    all[line - 1] =
      `${run} ${mounts.map((mount) => `--mount=type=bind,from=${context},${mount}`).join(' ')}${rest}`;
  }
  return all.join('\n');
}

/** An instruction as it is written in the user's own Dockerfile. */
export const withoutOffers = (instruction: string): string =>
  instruction.replaceAll(/--mount=type=bind,from=python-image-builder(?:-\d+)?,\S+ /g, '');

/** The lines that differ, as a unified difference has them, without lines around. */
export function lineDifference(
  before: string,
  after: string,
  names: { readonly before: string; readonly after: string },
): string {
  const [old, changed] = [dockerfileLines(before), dockerfileLines(after)];
  const hunks = old.flatMap((line, at) =>
    line === changed[at] ? [] : [`@@ -${at + 1} +${at + 1} @@`, `-${line}`, `+${changed[at] ?? ''}`],
  );
  return [`--- ${names.before}`, `+++ ${names.after}`, ...hunks, ''].join('\n');
}
