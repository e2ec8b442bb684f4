/**
 * What advisories say of the images of a run as SARIF 2.1.0, as GitHub's code scanning reads it. It is plain JSON, so that no
 * library writes it.
 */
import { createHash } from 'node:crypto';
import type { Finding } from '../advisories/findings.ts';
import type { Rating } from '../advisories/severity.ts';
import { unknownText } from './advisories.ts';
import { findingText, namesText, findingRelease } from './advisory-words.ts';
import type { Report } from './report.ts';

/** Level, and what code scanning sorts by: a number as a text. */
const levels: Readonly<Record<Rating, readonly [level: 'error' | 'warning' | 'note', score: string]>> = {
  critical: ['error', '9.5'],
  high: ['error', '8.0'],
  unrated: ['error', '7.0'],
  medium: ['warning', '5.5'],
  low: ['note', '2.0'],
};

export function sarifOf(images: readonly Report[]): unknown {
  const found = images.flatMap((report) =>
    report.advice === undefined ? [] : [{ report, ...report.advice }],
  );
  const findings = found.flatMap((one) => one.findings);
  const rules = [...new Map(findings.map((one) => [one.id, one])).values()].map(ruleOf);
  const notifications = found.flatMap(({ report }) =>
    report.advice?.unknown === undefined
      ? []
      : [
          {
            level: 'warning',
            message: {
              text: `${placeOf(report)}: ${unknownText(report.advice, report.outcome === 'planned')}`,
            },
          },
        ],
  );
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Python Image Builder',
            rules,
          },
        },
        results: found.flatMap(({ report, findings: own }) => own.map((one) => resultOf(report, one))),
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications }],
      },
    ],
  };
}

const placeOf = ({ repository, tags: [exact = ''] }: Report): string => `${repository}:${exact}`;

/** A relative reference, whose first segment has no colon (RFC 3986, section 4.2): that of a port is escaped. */
const uriOf = (place: string): string =>
  encodeURI(place).replace(/^[^/]*/, (host) => host.replaceAll(':', '%3A'));

const ruleOf = (finding: Finding): unknown => ({
  id: finding.id,
  name: finding.id,
  shortDescription: { text: finding.summary || namesText(finding) },
  helpUri: `https://osv.dev/vulnerability/${finding.id}`,
  properties: { 'security-severity': levels[finding.rating][1], tags: ['security', ...finding.aliases] },
});

function resultOf(report: Report, finding: Finding): unknown {
  const { id, ignored, name, ecosystem } = finding;
  const place = placeOf(report);
  return {
    ruleId: id,
    level: levels[finding.rating][0],
    message: { text: findingText(finding) },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(place) }, region: { startLine: 1 } },
        logicalLocations: [{ fullyQualifiedName: findingRelease(finding), kind: 'module' }],
      },
    ],
    // A newer version with the same flaw is the same alert.
    partialFingerprints: {
      finding: createHash('sha256').update([place, ecosystem, name, id].join(' ')).digest('hex'),
    },
    ...(ignored === undefined
      ? {}
      : {
          suppressions: [{ kind: 'external', justification: `until ${ignored.until}: ${ignored.reason}` }],
        }),
  };
}
