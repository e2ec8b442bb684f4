/** Tags of branches, pull requests and tags of Git. */
import { createHash } from 'node:crypto';
import { type Parsed, parsed, refused } from '../../errors.ts';
import { parseTag, type Tag } from '../../names/reference.ts';
import { shown } from '../../names/shown.ts';
import type { HostedEvent } from '../../ports.ts';

/** Characters of a tag (OCI distribution specification, "Pulling manifests"). */
const longest = 128;

/**
 * The tag of what is built: a branch's name with `-` for what a tag cannot have, `pr-12` of a pull request, a tag as it is,
 * if it can be. Two branches never have one tag: where they would, the one whose name had to change gets a part of the
 * hash of its name, and both do where both had to change. A branch that is called `pr-12` counts as changed, too.
 *
 * @param others branches of the repository, which may have this one among them.
 */
export function tagOfRef(
  { ref, pullRequest }: Pick<HostedEvent, 'ref' | 'pullRequest'>,
  others: readonly string[],
): Parsed<Tag> {
  const [, number = pullRequest?.number] = /^refs\/pull\/(\d+)\//.exec(ref) ?? [];
  if (number !== undefined) return parseTag(`pr-${number}`);
  const [, kind, name = ''] = /^refs\/(heads|tags)\/(.+)$/s.exec(ref) ?? [];
  if (kind === undefined)
    return refused(
      `${shown(ref)} is no branch, tag or pull request, from which the image's tag would follow. Name the tag.`,
    );
  if (kind === 'heads') return parsed(tagOfBranch(name, others));
  const tag = parseTag(name);
  return tag.ok ? tag : refused(`Git's tag cannot be the image's: ${tag.message} Name the tag.`);
}

/** Of a branch, by the rules of `tagOfRef`. */
export function tagOfBranch(branch: string, others: readonly string[]): Tag {
  const plain = plainTag(branch);
  const rivals = new Set(others.filter((other) => other !== branch));
  const taken = (tag: string): boolean => [...rivals].some((rival) => plainTag(rival) === tag);
  const isPullRequest = /^pr-\d+$/.test(plain);
  if (!isPullRequest && plain !== '' && (plain === branch || !taken(plain))) return plain as Tag;
  const hash = createHash('sha256').update(branch).digest('hex');
  for (let length = 7; ; length += 1) {
    const suffix = hash.slice(0, length);
    const tag = plain === '' ? suffix : `${plain.slice(0, longest - length - 1)}-${suffix}`;
    // Another branch may be called just so.
    if (length === hash.length || !taken(tag)) return tag as Tag;
  }
}

/** Empty where nothing is left. */
const plainTag = (branch: string): string =>
  branch
    .replaceAll(/[^A-Za-z0-9_.-]+/g, '-')
    .replaceAll(/^[.-]+|-+$/g, '')
    .slice(0, longest);
