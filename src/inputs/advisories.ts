/** The inputs that say what is done about advisories, and how young a requirement may be. */
import { type IgnoredAdvisory, severities } from '../advisories/policy.ts';
import { isAdvisoryId } from '../advisories/record.ts';
import { type Parsed, parsed, refused } from '../errors.ts';
import { shown } from '../names/shown.ts';
import { advisoryChoices } from './choices.ts';
import type { AdvisoryInputs } from './inputs.ts';
import { parseAge } from './rebuilding.ts';
import type { InputReader } from './reader.ts';
import { type Many, parseEach, splitLines } from './splitting.ts';
import { parseChoice } from './values.ts';

/** What {@link InputReader.done} takes. */
export function readAdvisoryInputs({ one, many }: InputReader) {
  const mode = one('advisories', (value) => parseChoice(value, advisoryChoices));
  const severity = one('severity', (value) => parseChoice(value, severities));
  const url = one('advisories_url', parseApiUrl);
  const ignored = many('advisories_ignore', parseIgnored);
  const isRead = mode !== undefined && severity !== undefined && url !== undefined;
  return {
    needed: { advisories: isRead ? ({ mode, severity, url, ignored } satisfies AdvisoryInputs) : undefined },
    optional: { cooldown: one('cooldown', parseCooldown) },
  };
}

function parseApiUrl(text: string): Parsed<string> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = /^https?:\/\/[a-z0-9.:[\]-]+(?:\/[\w.~%+:=-]+)*\/?$/i.test(text) && text.length <= 2000;
  return url !== undefined && isPlain
    ? parsed(text.replace(/\/$/, ''))
    : refused(
        'it is not the URL of an API of OSV: give one with https:// or http://, without a user, a query or a fragment, like "https://api.osv.dev".',
      );
}

/** Parses a duration to seconds: at most a year. */
function parseCooldown(text: string): Parsed<number> {
  const age = parseAge(text, { what: 'a time that a release must have been there', example: '7d' });
  if (!age.ok || (age.value >= 60 && age.value <= 365 * 86_400)) return age;
  return refused(
    `${shown(text)} is no time that a release must have been there: it is "1m" to "365d". Empty means none.`,
  );
}

/** `CVE-2025-43859 until 2027-03-31: the server is behind a proxy that refuses it` */
const line = /^(\S+)\s+until\s+(\d{4}-\d\d-\d\d)\s*:\s*(\S.*)$/;

function parseIgnored(text: string): Many<IgnoredAdvisory[]> {
  const { value, messages } = parseEach(splitLines(text), (entry): Parsed<IgnoredAdvisory> => {
    const [, id = '', until = '', reason = ''] = line.exec(entry) ?? [];
    const day = new Date(`${until}T00:00:00Z`);
    const isDay = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(until);
    if (!isAdvisoryId(id) || !isDay)
      return refused(
        `${shown(entry)} does not say which advisory is ignored, until which day, and why: write it as "CVE-2025-43859 until 2027-03-31: a proxy refuses such requests".`,
      );
    return parsed({ id, until, reason: reason.slice(0, 500) });
  });
  const ids = value.map(({ id }) => id);
  const twice = ids.filter((id, at) => ids.indexOf(id) < at);
  return {
    value,
    messages: [...messages, ...twice.map((id) => `${id} is there more than once: keep one line.`)],
  };
}
