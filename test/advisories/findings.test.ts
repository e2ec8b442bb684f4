/** Whose a finding is, and what mends it. */
import { expect, test } from 'vitest';
import {
  againstBefore,
  counting,
  expiredIgnores,
  type Finding,
  findingsOf,
} from '../../src/advisories/findings.ts';
import { type Answers, releaseText } from '../../src/advisories/osv.ts';
import {
  ecosystemOf,
  type ImagePackage,
  type ImagePackages,
  packagesOfImage,
  packagesOfRecord,
} from '../../src/advisories/packages.ts';
import { type Advisory, parseAdvisory } from '../../src/advisories/record.ts';
import type { BaseFacts, PlatformRequirements } from '../../src/lock/lock.ts';
import { debianAdvisory, githubAdvisory, type OsvRecord } from '../support/osv.ts';

const debian: BaseFacts = {
  platform: 'linux/amd64',
  python: '3.13.9',
  libc: { kind: 'glibc', version: '2.41' },
  distribution: { id: 'debian', version: '13', codename: 'trixie' },
  installed: { pip: '25.2', setuptools: '79.0' },
  system: { openssl: '3.5.1-1', pam: '1.7.0-5 1.7.0-5+b1' },
};
const arm: BaseFacts = { ...debian, platform: 'linux/arm64', system: { openssl: '3.5.1-1' } };
const wheel = (name: string, version: string) =>
  ({ kind: 'wheel', name, version, wheel: { filename: '', url: '', sha256: '' } }) as const;
const requirements: PlatformRequirements[] = [
  { platform: 'linux/amd64', requirements: [wheel('uvicorn', '0.35.0'), wheel('h11', '0.14.0')] },
  {
    platform: 'linux/arm64',
    requirements: [
      wheel('uvicorn', '0.35.0'),
      wheel('h11', '0.14.0'),
      { kind: 'present', name: 'setuptools', version: '79.0' },
    ],
  },
];

const amd64 = ['linux/amd64'];
const both = ['linux/amd64', 'linux/arm64'];

test('each package has an owner, and is known where it is', () => {
  const { packages, unknown } = packagesOfImage('uvicorn', [debian, arm], requirements);
  expect(unknown).toEqual([]);
  const rows = packages.map((one) => [releaseText(one), one.owner, one.reach, one.platforms]);
  expect(Object.fromEntries(rows.map(([name, ...of]) => [name, of]))).toEqual(
    Object.fromEntries(
      (
        [
          ['Debian:13 openssl 3.5.1-1', 'base', 'run', both],
          ['Debian:13 pam 1.7.0-5', 'base', 'run', amd64],
          ['Debian:13 pam 1.7.0-5+b1', 'base', 'run', amd64],
          ['PyPI h11 0.14.0', 'requirement', 'run', both],
          ['PyPI pip 25.2', 'base', 'base-pip', both],
          // On one platform the base's own is a requirement: then it is run.
          ['PyPI setuptools 79.0', 'requirement', 'run', both.toReversed()],
          ['PyPI uvicorn 0.35.0', 'package', 'run', both],
        ] as const
      ).map(([name, ...of]) => [name, of]),
    ),
  );
});

test('of a published image, too, as far as it was written down', () => {
  const { system: _, ...older } = debian;
  const { packages, unknown } = packagesOfRecord('uvicorn', [older], ['h11==0.14.0', 'pip==26.0']);
  expect(packages.map(releaseText)).toEqual(['PyPI h11 0.14.0', 'PyPI pip 26.0', 'PyPI setuptools 79.0']);
  expect(unknown).toEqual([
    'the packages of its base are not known: it was made before they were written down',
  ]);
});

test.each([
  ['debian', '13', 'Debian:13'],
  ['debian', '', undefined],
  ['alpine', '3.22.1', 'Alpine:v3.22'],
  ['alpine', '3.23.0_alpha20251016', 'Alpine:v3.23'],
  ['alpine', 'edge', undefined],
  ['ubuntu', '24.04', undefined],
])('%s %s is %s', (id, version, ecosystem) => {
  expect(ecosystemOf({ distribution: { id, version, codename: '' } })).toBe(ecosystem);
});

test('a distribution that nothing is known of is unknown, and never without advisories', () => {
  const ubuntu = { ...debian, distribution: { id: 'ubuntu', version: '24.04', codename: 'noble' } };
  expect(packagesOfImage('uvicorn', [ubuntu], []).unknown).toEqual([
    'no advisories are known for the packages of ubuntu 24.04',
  ]);
});

const advisory = (record: OsvRecord): Advisory => parseAdvisory(record, record.id)!;
const h11 = githubAdvisory('GHSA-vqfr-h8mv-ghfj', 'h11', {
  aliases: ['CVE-2025-43859', 'PYSEC-2025-1'],
  fixed: '0.16.0',
  severity: 'CRITICAL',
});
const pysec: OsvRecord = {
  ...githubAdvisory('PYSEC-2025-1', 'h11', { aliases: ['CVE-2025-43859'], fixed: '0.16.0', vector: '' }),
};

const known = (answers: Readonly<Record<string, readonly OsvRecord[]>>, unknown?: string): Answers => ({
  known: new Map(Object.entries(answers).map(([key, records]) => [key, records.map(advisory)])),
  ...(unknown === undefined ? {} : { unknown }),
});

const image = (...packages: readonly Partial<ImagePackage>[]): ImagePackages => ({
  packages: packages.map((one) => ({
    ecosystem: 'PyPI',
    name: 'h11',
    version: '0.14.0',
    owner: 'requirement',
    reach: 'run',
    platforms: ['linux/amd64'],
    ...one,
  })),
  unknown: [],
});

const look = (
  of: ImagePackages,
  answers: Answers,
  more: Partial<Parameters<typeof findingsOf>[0]> = {},
): readonly Finding[] =>
  findingsOf({ image: of, answers, policy: { ignored: [] }, day: '2026-12-01', ...more }).findings;

test('one flaw with several names is one finding, and the rated one names it', () => {
  expect(look(image({}), known({ 'PyPI h11 0.14.0': [pysec, h11] }))).toEqual([
    {
      id: 'GHSA-vqfr-h8mv-ghfj',
      aliases: ['CVE-2025-43859', 'PYSEC-2025-1'],
      summary: 'h11 takes what it must not',
      rating: 'critical',
      ecosystem: 'PyPI',
      name: 'h11',
      version: '0.14.0',
      owner: 'requirement',
      reach: 'run',
      platforms: ['linux/amd64'],
      mend: { kind: 'bump', to: '0.16.0' },
    },
  ]);
});

const openssl = { ecosystem: 'Debian:13', name: 'openssl', version: '3.5.1-1', owner: 'base' } as const;
const cve = (more: Partial<Parameters<typeof debianAdvisory>[2]> = {}) =>
  debianAdvisory('CVE-2025-9230', 'openssl', { versions: ['3.5.1-1'], ...more });
const mended = image({ version: '0.16.0' });

test.each<[string, ImagePackages, Answers, ImagePackages | undefined, Finding['mend']]>([
  [
    'a requirement with a newer release',
    image({}),
    known({ 'PyPI h11 0.14.0': [h11] }),
    undefined,
    { kind: 'bump', to: '0.16.0' },
  ],
  [
    'a requirement of which today’s lock has a newer release',
    image({}),
    known({ 'PyPI h11 0.14.0': [h11], 'PyPI h11 0.16.0': [] }),
    mended,
    { kind: 'rebuild', by: 'requirements' },
  ],
  [
    'a requirement of which today’s release could not be asked about',
    image({}),
    known({ 'PyPI h11 0.14.0': [h11] }),
    mended,
    { kind: 'bump', to: '0.16.0' },
  ],
  [
    'a requirement of which today’s release has the same under another name',
    image({}),
    known({ 'PyPI h11 0.14.0': [h11], 'PyPI h11 0.16.0': [pysec] }),
    mended,
    { kind: 'bump', to: '0.16.0' },
  ],
  [
    'a requirement that nobody has mended',
    image({}),
    known({ 'PyPI h11 0.14.0': [githubAdvisory('GHSA-x', 'h11')] }),
    undefined,
    { kind: 'nobody' },
  ],
  [
    'the base, and its distribution has it mended',
    image(openssl),
    known({ 'Debian:13 openssl 3.5.1-1': [cve({ fixed: '3.5.1-1+deb13u1' })] }),
    undefined,
    { kind: 'base-behind', to: '3.5.1-1+deb13u1' },
  ],
  [
    'the base, and nobody has it mended',
    image(openssl),
    known({ 'Debian:13 openssl 3.5.1-1': [cve()] }),
    undefined,
    { kind: 'nobody' },
  ],
  [
    'the base, and that of today has it mended',
    image(openssl),
    known({ 'Debian:13 openssl 3.5.1-1': [cve()], 'Debian:13 openssl 3.5.4-1': [] }),
    image({ ...openssl, version: '3.5.4-1' }),
    { kind: 'rebuild', by: 'base' },
  ],
])('what mends %s', (_, of, answers, today, mend) => {
  const more = today === undefined ? {} : { today };
  expect(look(of, answers, more).map((one) => one.mend)).toEqual([mend]);
});

test('the least version that mends is named, of the series that a release belongs to', () => {
  const record = githubAdvisory('GHSA-d', 'django', { fixed: '5.1.9' });
  const [range] = record.affected[0]!.ranges!;
  const events = [{ introduced: '0' }, { fixed: '3.2.9' }, { introduced: '4.2' }, { fixed: '4.2.21' }];
  const several: OsvRecord = {
    ...record,
    affected: [{ ...record.affected[0]!, ranges: [range!, { type: 'ECOSYSTEM', events }] }],
  };
  const of = image({ name: 'django', version: '4.2.3' });
  expect(look(of, known({ 'PyPI django 4.2.3': [several] }))[0]?.mend).toEqual({
    kind: 'bump',
    to: '4.2.21',
  });
});

test.each<[string, OsvRecord, Finding['rating']]>([
  ['its vector', cve(), 'high'],
  ['what Debian says on purpose', cve({ urgency: 'unimportant' }), 'low'],
  ['nothing', cve({ vector: '', urgency: 'low' }), 'unrated'],
  ['that it is published to do harm', { ...cve({ vector: '' }), id: 'MAL-2026-1' }, 'critical'],
])('the rating comes from %s', (_, record, rating) => {
  expect(look(image(openssl), known({ 'Debian:13 openssl 3.5.1-1': [record] }))[0]?.rating).toBe(rating);
});

const ignored = [{ id: 'CVE-2025-43859', reason: 'a proxy refuses it', until: '2026-12-01' }];

test.each([
  ['2026-12-01', [], []],
  ['2026-12-02', ['GHSA-vqfr-h8mv-ghfj'], ['CVE-2025-43859']],
])('what is ignored by an alias counts again after its last day: %s', (day, ids, over) => {
  const policy = { ignored, severity: 'high' } as const;
  const findings = look(image({}), known({ 'PyPI h11 0.14.0': [h11] }), { policy, day });
  expect(findings).toHaveLength(1);
  expect(counting(findings, policy).map(({ id }) => id)).toEqual(ids);
  expect(expiredIgnores(policy, day).map(({ id }) => id)).toEqual(over);
});

test('what counts is as bad as asked, not looked at, and read', () => {
  const of = image({}, { name: 'idna', version: '3.6' });
  const unread: Advisory = {
    id: 'GHSA-y',
    aliases: [],
    summary: '',
    rating: 'unrated',
    affected: [],
    unread: true,
  };
  const answers = known({ 'PyPI h11 0.14.0': [h11] });
  const all = { ...answers, known: new Map([...answers.known, ['PyPI idna 3.6', [unread]]]) };
  const findings = look(of, all);
  expect(findings.map(({ id }) => id)).toEqual(['GHSA-vqfr-h8mv-ghfj', 'GHSA-y']);
  expect(counting(findings, { severity: 'low' }).map(({ id }) => id)).toEqual(['GHSA-vqfr-h8mv-ghfj']);
});

test('what is new and what is gone since the image before', () => {
  const before = look(image({}), known({ 'PyPI h11 0.14.0': [h11] }));
  const now = look(image(openssl), known({ 'Debian:13 openssl 3.5.1-1': [cve()] }));
  expect(againstBefore(now, before)).toEqual({ findings: [{ ...now[0], isNew: true }], gone: before });
  expect(againstBefore(before, before)).toEqual({ findings: before, gone: [] });
});

test('what could not be asked is said', () => {
  const { findings, unknown } = findingsOf({
    image: { packages: image({}).packages, unknown: ['its base is strange'] },
    answers: known({}, 'https://osv.example.com could not be asked: it answered 503'),
    policy: { ignored: [] },
    day: '2026-12-01',
  });
  expect({ findings, unknown }).toEqual({
    findings: [],
    unknown: 'its base is strange; https://osv.example.com could not be asked: it answered 503',
  });
});

test.each([null, [], {}, { id: 'GHSA-other' }, 'text'])('%j is no record of the advisory', (value) => {
  expect(() => parseAdvisory(value, 'GHSA-x')).toThrow('it is not the record');
});
