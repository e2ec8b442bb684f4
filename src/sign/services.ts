/** The services of a Sigstore instance that a signature needs. */
import { type Parsed, parsed, refused } from '../errors.ts';

export interface Services {
  /** Of Fulcio, which certifies an identity. */
  readonly certificates: string;
  /** Of Rekor, and its version; absent where an instance keeps no log. */
  readonly log?: { readonly url: string; readonly version: 1 | 2 };
  /** Of an authority of RFC 3161. */
  readonly timestamps?: string;
}

/** Signatures stand in a public log, with the names of repository and workflow. */
export const publicServices: Services = {
  certificates: 'https://fulcio.sigstore.dev',
  log: { url: 'https://rekor.sigstore.dev', version: 1 },
};

/** GitHub's own instance, for repositories that are not public: it keeps no log. */
export const githubServices: Services = {
  certificates: 'https://fulcio.githubapp.com',
  timestamps: 'https://timestamp.githubapp.com',
};

interface ConfiguredService {
  readonly url?: unknown;
  readonly majorApiVersion?: unknown;
  readonly validFor?: { readonly start?: string; readonly end?: string };
}

/**
 * Reads a signing config, `application/vnd.dev.sigstore.signingconfig.v0.2+json` (sigstore protobuf-specs). Of each service
 * the newest that holds now and whose version is known here.
 *
 * @param now milliseconds since the epoch.
 */
export function parseSigningConfig(text: string, now: number): Parsed<Services> {
  let config: Readonly<Record<string, unknown>>;
  try {
    config = JSON.parse(text) as typeof config;
  } catch {
    return refused('it is not JSON: give a signing config, as "cosign signing-config create" writes it.');
  }
  const newest = (name: string, version: number): { url: string; version: number } | undefined => {
    const list: unknown = config?.[name];
    return (Array.isArray(list) ? (list as readonly ConfiguredService[]) : [])
      .flatMap(({ url, majorApiVersion = 1, validFor }) =>
        typeof url === 'string' && typeof majorApiVersion === 'number' && majorApiVersion <= version
          ? [{ url: url.replace(/\/$/, ''), version: majorApiVersion, ...span(validFor) }]
          : [],
      )
      .filter(({ start, end }) => start <= now && now <= end)
      .toSorted((one, other) => other.start - one.start)
      .at(0);
  };
  const [certificates, log, timestamps] = [
    newest('caUrls', 1),
    newest('rekorTlogUrls', 2),
    newest('tsaUrls', 1),
  ];
  if (certificates === undefined)
    return refused('it names no service of certificates (caUrls) that holds today, in version 1.');
  // A signature without a time is nothing once its certificate has run out, which it does in minutes.
  if (timestamps === undefined && log?.version !== 1)
    return refused(
      'it names neither a log (rekorTlogUrls) in version 1 nor an authority of time-stamps (tsaUrls).',
    );
  return parsed({
    certificates: certificates.url,
    ...(log === undefined ? {} : { log: { url: log.url, version: log.version === 2 ? 2 : 1 } }),
    ...(timestamps === undefined ? {} : { timestamps: timestamps.url }),
  });
}

const span = ({ start, end }: ConfiguredService['validFor'] = {}): { start: number; end: number } => ({
  start: start === undefined ? 0 : Date.parse(start),
  end: end === undefined ? Infinity : Date.parse(end),
});
