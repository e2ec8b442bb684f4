import { nameRule, splitHead } from '../../names/package-name.ts';
import { shown } from '../../names/shown.ts';

/** What one file says of a project. A field is left out where the file does not say it. */
export interface Statements {
  /** As it is written. */
  readonly name?: string;
  /** Names of console scripts, in the file's order. */
  readonly scripts?: readonly string[];
  /** As they are written, in the file's order. */
  readonly extras?: readonly string[];
  /** Version specifiers (PEP 440): `>=3.9`. */
  readonly requiresPython?: string;
}

/** Why a text cannot be the name of a project (PEP 508); undefined where it can. */
export function wrongName(text: string): string | undefined {
  const isName = splitHead(text)?.rest === '' && !text.includes('[');
  return isName ? undefined : `${shown(text)} is not a project's name: ${nameRule}.`;
}
