/** Who must have signed. */
import { type Parsed, parsed, refused } from '../errors.ts';
import { shown } from '../names/shown.ts';
import type { SignerIdentity } from './verify-bundle.ts';

export interface WantedIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** Whether the subject is a regular expression, which must match all of it. */
  readonly isPattern: boolean;
}

/** Of jobs of GitHub. */
const usualIssuer = 'https://token.actions.githubusercontent.com';

/** `[ISSUER ]SUBJECT`, where the subject may be a regular expression between slashes. */
export function parseIdentity(text: string): Parsed<WantedIdentity> {
  const words = text.trim().split(/\s+/);
  const [issuer = '', subject = ''] = words.length === 1 ? [usualIssuer, words[0]] : words;
  if (words.length > 2)
    return refused(
      `${shown(text)} is no identity: give its issuer, a space, and its subject, like "${usualIssuer} https://github.com/owner/name/.github/workflows/images.yml@refs/heads/main".`,
    );
  if (!/^https?:\/\//.test(issuer)) return refused(`${shown(issuer)} is no issuer: it is a URL.`);
  const pattern = /^\/(.+)\/$/.exec(subject)?.[1];
  if (pattern === undefined) return parsed({ issuer, subject, isPattern: false });
  try {
    wholeMatch(pattern);
    return parsed({ issuer, subject: pattern, isPattern: true });
  } catch {
    return refused(`${shown(subject)} is no regular expression.`);
  }
}

const wholeMatch = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`);

export const isIdentity = (by: SignerIdentity, { issuer, subject, isPattern }: WantedIdentity): boolean =>
  by.issuer === issuer && (isPattern ? wholeMatch(subject).test(by.subject) : by.subject === subject);

export const identityText = ({ issuer, subject, isPattern }: WantedIdentity): string =>
  `${isPattern ? `/${subject}/` : subject} (issuer ${issuer})`;
