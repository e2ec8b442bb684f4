/** What is signed of an image and its platforms, as one JSON-safe value and as text. */
import type { Problem } from '../errors.ts';
import { columns, painted, plainStyle, type Style } from './layout.ts';
import { shortDigest } from './units.ts';

export interface SignedReport {
  readonly predicateType: string;
  /** The identity of the certificate, or the key. */
  readonly by: string;
  readonly issuer?: string;
  /** URL of the attempt of a workflow run. */
  readonly run?: string;
  readonly commit?: string;
  /** When, as ISO 8601. */
  readonly at?: string;
}

export interface ManifestReport {
  /** Absent for the image itself. */
  readonly platform?: string;
  readonly digest: string;
  readonly signed: readonly SignedReport[];
  /** Why bundles beside it do not count. */
  readonly refused: readonly string[];
}

export interface VerifyReport {
  /** As it was given. */
  readonly image: string;
  /** The image, then its platforms; empty where it could not be read. */
  readonly manifests: readonly ManifestReport[];
  /** What the provenance says that it was made of; absent without one. */
  readonly madeOf?: {
    /** `built`, `rebased`, `published-before`. */
    readonly origin: string;
    readonly builder: string;
    /** `h11==0.16.0`. */
    readonly requirements: readonly string[];
    /** Bases and their digests. */
    readonly bases: Readonly<Record<string, string>>;
  };
  readonly problems: readonly Problem[];
}

const words: Readonly<Record<string, string>> = {
  'https://sigstore.dev/cosign/sign/v1': 'signature',
  'https://slsa.dev/provenance/v1': 'provenance',
  'https://spdx.dev/Document': 'SBOM (SPDX)',
  'https://cyclonedx.org/bom': 'SBOM (CycloneDX)',
};

/** Problems are not in it. */
export function verifyText(report: VerifyReport, style: Style = plainStyle): string {
  const { image, manifests, madeOf } = report;
  const [index] = manifests;
  if (index === undefined) return '';
  const rows = manifests.flatMap(({ platform = 'image', digest, signed }) =>
    signed.length === 0
      ? [[platform, shortDigest(digest), '-', '', '']]
      : signed.map((one) => [
          platform,
          shortDigest(digest),
          words[one.predicateType] ?? one.predicateType,
          one.at ?? '',
          one.by,
        ]),
  );
  const [head = '', ...lines] = columns([['Of', 'Digest', 'What', 'When', 'Who'], ...rows], style);
  const first = index.signed.find(({ run }) => run !== undefined);
  const facts = [
    ...(first?.run === undefined ? [] : [`Signed:  ${first.run}`]),
    ...(first?.commit === undefined ? [] : [`Commit:  ${first.commit}`]),
    ...(madeOf === undefined
      ? []
      : [
          `Origin:  ${originWords[madeOf.origin] ?? madeOf.origin}`,
          ...Object.entries(madeOf.bases).map(([name, digest]) => `Base:    ${name}@${digest}`),
          `Lock:    ${madeOf.requirements.join(' ') || 'nothing is locked'}`,
        ]),
  ];
  const refused = manifests.flatMap(({ platform = 'image', refused: list }) =>
    list.map((why) => `Refused: ${platform}: ${why}`),
  );
  return [`${image}@${index.digest}`, painted(style, 'bold', head), ...lines, ...facts, ...refused]
    .map((line) => `${line}\n`)
    .join('');
}

const originWords: Readonly<Record<string, string>> = {
  built: 'built by the run that signed it',
  rebased: 'put onto a new base by the run that signed it; its layers are of an earlier one',
  'published-before': 'published by an earlier run, and signed later',
};
