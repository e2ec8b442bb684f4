/** How findings are shown: warnings, summary, terminal, SARIF. */
import { expect, test } from 'vitest';
import type { Finding } from '../../src/advisories/findings.ts';
import { warnings } from '../../src/report/annotations.ts';
import { findingText, mendText, ownerText } from '../../src/report/advisory-words.ts';
import { sarifOf } from '../../src/report/sarif.ts';
import type { Advice, Report } from '../../src/report/report.ts';
import { summaryMarkdown } from '../../src/report/summary.ts';
import { reportText } from '../../src/report/terminal.ts';
import { isQuiet } from '../../src/report/words.ts';
import { published } from './sample.ts';

const h11: Finding = {
  id: 'GHSA-vqfr-h8mv-ghfj',
  aliases: ['CVE-2025-43859'],
  summary: 'h11 takes <b>broken</b> | chunks',
  rating: 'critical',
  ecosystem: 'PyPI',
  name: 'h11',
  version: '0.14.0',
  owner: 'requirement',
  reach: 'run',
  platforms: ['linux/amd64', 'linux/arm/v7'],
  mend: { kind: 'bump', to: '0.16.0' },
};
const openssl: Finding = {
  ...h11,
  id: 'DEBIAN-CVE-2025-9230',
  aliases: ['CVE-2025-9230'],
  summary: '',
  rating: 'low',
  ecosystem: 'Debian:13',
  name: 'openssl',
  version: '3.5.1-1',
  owner: 'base',
  platforms: ['linux/arm/v7'],
  mend: { kind: 'nobody' },
};
const ignored: Finding = {
  ...h11,
  id: 'GHSA-i',
  aliases: [],
  ignored: { reason: 'a proxy refuses it', until: '2027-03-31' },
};

const advised = (advice: Partial<Advice>, more: Partial<Report> = {}): Report => ({
  ...published,
  ...more,
  advice: { of: 'made', mode: 'report', severity: 'high', findings: [], ...advice },
});

test.each<[string, string]>([
  [
    findingText(h11),
    'GHSA-vqfr-h8mv-ghfj (CVE-2025-43859), critical: h11 0.14.0, a requirement; bump h11 to 0.16.0. h11 takes <b>broken</b> | chunks',
  ],
  [findingText(openssl), 'DEBIAN-CVE-2025-9230, low: openssl 3.5.1-1, the base; nobody yet'],
  [ownerText({ ...h11, owner: 'base', reach: 'base-pip' }), "the base's own pip, which is not run"],
  [mendText({ name: 'openssl', mend: { kind: 'rebuild', by: 'base' } }), 'rebuild (base has it fixed)'],
  [
    mendText({ name: 'openssl', mend: { kind: 'base-behind', to: '3.5.4-1' } }),
    'nobody yet (fixed in 3.5.4-1, which the base does not have)',
  ],
])('%s', (text, expected) => {
  expect(text).toBe(expected);
});

test('warns of what counts, and of what is not known', () => {
  const unknown = 'https://osv.example.com could not be asked: it answered 503';
  expect(warnings(advised({ findings: [h11, openssl, ignored], unknown }))).toEqual([
    `::warning title=Advisory%3A GHSA-vqfr-h8mv-ghfj::${findingText(h11)}`,
    `::warning title=Advisories are not known::Not all advisories are known: ${unknown}.`,
  ]);
  expect(warnings(advised({ unknown, mode: 'fail' }))).toEqual([
    `::warning title=Advisories are not known::Not all advisories are known: ${unknown}. With advisories "fail", only what is known to be bad is held back: this image was not, and the next run asks again.`,
  ]);
});

test('does not warn of what failed the image', () => {
  const problems = [{ station: 'advisories', message: 'It has a flaw.' }] as const;
  expect(warnings(advised({ findings: [h11], mode: 'fail' }, { problems }))).toEqual([]);
});

test('an image that stays is shown where something counts', () => {
  const kept = { outcome: 'kept', built: false } as const;
  expect(isQuiet(advised({ findings: [openssl, ignored] }, kept))).toBe(true);
  expect(isQuiet(advised({ findings: [h11] }, kept))).toBe(false);
});

test('the summary begins with what is new and what is gone, and folds the rest', () => {
  const text = summaryMarkdown(advised({ findings: [{ ...h11, isNew: true }, openssl], gone: [ignored] }));
  const [, section = ''] = /### Advisories\n\n([\s\S]*?<\/details>)/.exec(text) ?? [];
  const head = '| Advisory | Severity | In | Whose | What mends it |\n| --- | --- | --- | --- | --- |';
  const link = (id: string, name = id) => `[${name}](https://osv.dev/vulnerability/${id})`;
  expect(section).toBe(
    [
      `**New since the image before**\n\n${head}\n| ${link(h11.id, `${h11.id} (CVE-2025-43859)`)} | critical | \`h11 0.14.0\` | a requirement | bump h11 to 0.16.0 |`,
      `**Gone since the image before**\n\n${head}\n| ${link('GHSA-i')} | critical, ignored until 2027-03-31 | \`h11 0.14.0\` | a requirement | bump h11 to 0.16.0 |`,
      `<details><summary>As before: 1 advisory</summary>\n\n${head}\n| ${link(openssl.id)} | low | \`openssl 3.5.1-1\` | the base; arm/v7 | nobody yet |\n\n</details>`,
    ].join('\n\n'),
  );
});

test.each<[string, Partial<Advice>, string, string]>([
  ['none', {}, 'No advisory is known.', 'none is known'],
  ['unknown, and never none', { unknown: 'it is away' }, 'it is away', 'it is away'],
])('both say that there is %s', (_, advice, inSummary, inTerminal) => {
  const report = advised(advice);
  expect(summaryMarkdown(report)).toContain(inSummary);
  expect(reportText(report)).toContain(inTerminal);
  expect(summaryMarkdown(report).includes('No advisory is known')).toBe(advice.unknown === undefined);
});

test('a terminal counts what was there before', () => {
  const lines = reportText(
    advised({ findings: [{ ...h11, isNew: true }, { ...h11, id: 'GHSA-o' }, openssl], gone: [] }),
  );
  expect(lines).toContain('new: GHSA-vqfr-h8mv-ghfj (CVE-2025-43859), critical');
  expect(lines).toContain('as before: 2 advisories, of which 1 high or worse');
});

test('SARIF has a rule for each advisory, a result for each image, and what is ignored and unknown', () => {
  const sarif = sarifOf([
    advised({ findings: [h11, ignored], unknown: 'it is away' }),
    advised({ findings: [openssl] }, { repository: '127.0.0.1:5000/acme/tool', tags: ['other'] }),
    published,
  ]) as { runs: { tool: { driver: { rules: object[] } }; results: object[]; invocations: object[] }[] };
  const [run] = sarif.runs;
  expect(run?.tool.driver.rules).toMatchObject([
    { id: h11.id, properties: { 'security-severity': '9.5' } },
    { id: 'GHSA-i' },
    { id: openssl.id, properties: { 'security-severity': '2.0' } },
  ]);
  const at = (uri: string) => [{ physicalLocation: { artifactLocation: { uri } } }];
  expect(run?.results).toMatchObject([
    { ruleId: h11.id, level: 'error', locations: at('ghcr.io/acme/tool:py3.13-slim-1.2.3') },
    {
      ruleId: 'GHSA-i',
      suppressions: [{ kind: 'external', justification: 'until 2027-03-31: a proxy refuses it' }],
    },
    { ruleId: openssl.id, level: 'note', locations: at('127.0.0.1%3A5000/acme/tool:other') },
  ]);
  expect(run?.invocations).toMatchObject([
    { executionSuccessful: true, toolExecutionNotifications: [{ level: 'warning' }] },
  ]);
});
