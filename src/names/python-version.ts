import { type Parsed, parsed, refused } from '../errors.ts';
import { shown } from './shown.ts';

export interface PythonVersion {
  readonly text: string;
  /** `3.13`. */
  readonly minor: string;
  readonly patch?: number;
}

/** `3.13` of `3.13.9`. */
export const minorOf = (python: string): string => python.split('.').slice(0, 2).join('.');

/** 13 of `3.13` and of `3.13.9`. */
export const minorNumber = (python: string): number => Number(python.split('.')[1]);

/** Minor versions of Python 3 with an official image whose pip this project can use. */
const oldest = 6;
const newest = 15;

export const newestStablePython = '3.14';

const range = `Python 3.${oldest} to 3.${newest} can be built, as "3.12" or "3.12.4"`;

export function parsePythonVersion(text: string): Parsed<PythonVersion> {
  const trimmed = text.trim();
  const match = /^3\.(0|[1-9]\d?)(?:\.(0|[1-9]\d{0,2}))?$/.exec(trimmed);
  if (match === null) return refused(`${shown(trimmed)} is not a version of Python: ${range}.`);
  const minor = Number(match[1]);
  if (minor === 1 && match[2] === undefined) {
    return refused(
      `"3.1" is not a version of Python that has an image. YAML reads 3.10 as 3.1: quote it, "3.10".`,
    );
  }
  if (minor < oldest || minor > newest) return refused(`Python ${shown(trimmed)} is out of range: ${range}.`);
  const version = { text: trimmed, minor: `3.${minor}` };
  return parsed(match[2] === undefined ? version : { ...version, patch: Number(match[2]) });
}
