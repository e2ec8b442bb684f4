/** Where a connector's image goes, and its tags. */
import { type Parsed, parsed, refused } from '../../errors.ts';
import { parseTag, type Repository, type Tag } from '../../names/reference.ts';
import { shown } from '../../names/shown.ts';
import type { Tags } from '../../plan/tags.ts';
import { parseReference } from '../../registry/reference.ts';

/** A pre-release is named after the commit that it is built from, as 40 or 64 hexadecimal digits. */
export type Release =
  | { readonly kind: 'pre-release'; readonly commit: string }
  | { readonly kind: 'main-release' };

export interface TagQuestion {
  /** Of `metadata.yaml`. */
  readonly version: Tag;
  readonly override?: Tag;
  readonly release?: Release;
  /** Absent where the kind of release decides. */
  readonly pushLatest?: boolean;
}

const latest = 'latest' as Tag;

/**
 * The version as the exact tag, `<version>-dev.<ten digits of the commit>` for a pre-release, or the override. The alias
 * `latest` goes with it where it is asked for; a main release has it unless it is told otherwise, or is a candidate (`rc`).
 */
export function connectorTags({ version, override, release, pushLatest }: TagQuestion): Parsed<Tags> {
  const exact = override === undefined ? releaseTag(version, release) : parsed(override);
  if (!exact.ok) return exact;
  const isLatest = pushLatest ?? (release?.kind === 'main-release' && !version.includes('rc'));
  return parsed({ exact: exact.value, aliases: isLatest && exact.value !== latest ? [latest] : [] });
}

function releaseTag(version: Tag, release: Release | undefined): Parsed<Tag> {
  if (release?.kind !== 'pre-release') return parsed(version);
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(release.commit))
    return parseTag(`${version}-dev.${release.commit.slice(0, 10)}`);
  return refused(
    `a pre-release is tagged with its commit, and ${shown(release.commit)} is none: it has 40 hexadecimal digits.`,
  );
}

/** @param registry a host with the names that go before that of a connector: `docker.io/airbyte`, `localhost:5000`. */
export function connectorRepository(registry: string, connector: string): Parsed<Repository> {
  const result = parseReference(`${registry}/${connector}`);
  if (!result.ok) return result;
  const { repository, tag, digest } = result.value;
  if (tag === undefined && digest === undefined) return parsed(repository);
  return refused(`${shown(`${registry}/${connector}`)} has a tag or a digest: tags are inputs of their own.`);
}
