/** What a user asks for of advisories. JSON-safe, since it is part of a policy. */

/** From the least to the worst. */
export const severities = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];

/** An advisory that somebody has looked at. */
export interface IgnoredAdvisory {
  /** Its id, or that of an alias: `CVE-2025-43859`. */
  readonly id: string;
  readonly reason: string;
  /** The last day on which it is ignored, `2027-03-31` (UTC). */
  readonly until: string;
}

export interface AdvisoryPolicy {
  /** `fail`: no tag moves to an image with a finding of this severity or a worse one. */
  readonly mode: 'report' | 'fail';
  readonly severity: Severity;
  /** Of an API of OSV, without a slash at its end. */
  readonly url: string;
  readonly ignored: readonly IgnoredAdvisory[];
}

export const publicOsv = 'https://api.osv.dev';
