import { compare } from '@renovatebot/pep440';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tagsBehind, isAhead } from '../../src/decide/aliases.ts';
import type { Because, Decision } from '../../src/decide/decide.ts';
import type { ObservedAlias } from '../../src/observe/observe.ts';
import type { Tag } from '../../src/names/reference.ts';
import { adopted, digestOfOnly, holdsEvery, keep, latest, present, versionOf, wanted } from './values.ts';

const [minor, major] = ['py3.13-slim-1.2' as Tag, 'py3.13-slim-1' as Tag];
const at = (tag: Tag, digit: string, version?: string): ObservedAlias => ({
  tag,
  digest: digestOfOnly(digit),
  ...(version === undefined ? {} : { version: versionOf(version) }),
});
const retag = (...tags: Tag[]): Decision => ({ do: 'retag', because: { kind: 'tag-behind', tags } });
const unsigned = (...also: Because[]): Decision => ({
  do: 'sign',
  because: { kind: 'unsigned' },
  ...(also.length === 0 ? {} : { also }),
});
const aliased = (...aliases: ObservedAlias[]) => present({ aliases });
/** What another tool put under the exact tag may be anything. */
const foreign = { ...adopted(), aliases: [{ tag: latest }] };
const exists: Decision = { do: 'keep', because: { kind: 'exists' } };
holdsEvery([
  ['unsigned, where that was looked at', wanted(), present({ isSigned: false }), unsigned()],
  ['signed', wanted(), present({ isSigned: true }), keep],
  [
    'unsigned, and behind',
    wanted(),
    present({ isSigned: false, aliases: [at(latest, 'e', '1.2.2')] }),
    unsigned({ kind: 'tag-behind', tags: [latest] }),
  ],
  [
    'unsigned, and nothing is compared',
    wanted({ rebuild: 'missing' }),
    present({ isSigned: false }),
    unsigned(),
  ],
  ['unsigned, of another tool', wanted({ rebuild: 'missing' }), { ...adopted(), isSigned: false }, exists],
  ['none', wanted(), aliased(), keep],
  ['all there', wanted(), aliased(at(latest, 'f', '1.2.3'), at(minor, 'f', '1.2.3')), keep],
  ['at an older version', wanted(), aliased(at(latest, 'e', '1.2.2')), retag(latest)],
  ['at an older version by PEP 440 alone', wanted(), aliased(at(latest, 'e', '1.2.3rc10')), retag(latest)],
  ['at another build of the same version', wanted(), aliased(at(latest, 'e', '1.2.3')), retag(latest)],
  ['at the same version, written longer', wanted(), aliased(at(latest, 'e', '1.2.3.0')), retag(latest)],
  ['at a newer version', wanted(), aliased(at(latest, 'e', '1.10.0')), keep],
  ['at a newer epoch', wanted(), aliased(at(latest, 'e', '1!0.1')), keep],
  ['at an image that does not say its version', wanted(), aliased(at(latest, 'e')), retag(latest)],
  ['not there', wanted(), aliased({ tag: latest }), retag(latest)],
  [
    'some of each, in their order',
    wanted(),
    aliased(at(latest, 'e', '2.0'), { tag: minor }, at(major, 'e', '1.2.2')),
    retag(minor, major),
  ],
  ['behind, missing', wanted({ rebuild: 'missing' }), aliased({ tag: latest }), retag(latest)],
  ['behind, never', wanted({ rebuild: 'never' }), aliased({ tag: latest }), retag(latest)],
  ['ahead, missing', wanted({ rebuild: 'missing' }), aliased(at(latest, 'e', '1.10.0')), exists],
  ['behind what another tool put there, missing', wanted({ rebuild: 'missing' }), foreign, exists],
  ['behind what another tool put there, never', wanted({ rebuild: 'never' }), foreign, exists],
  [
    'behind an image that is built again: they follow it',
    wanted({ rebuild: 'always' }),
    aliased({ tag: latest }),
    { do: 'build', because: { kind: 'forced' } },
  ],
  [
    'behind an image of another recipe',
    wanted({}, { installs: 'd1' }),
    aliased({ tag: latest }),
    {
      do: 'build',
      because: { kind: 'requirement-changed', changes: [] },
    },
  ],
]);

const number = fc.nat({ max: 11 });
const versions = fc
  .tuple(
    fc.constantFrom('', '', '1!'),
    fc.array(number, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', '', 'a', 'b', 'rc'),
    fc.constantFrom('', '', '.post'),
    fc.constantFrom('', '', '.dev'),
    fc.constantFrom('', '', '', '+local', '+local.2', '+10', '+9'),
    number,
  )
  .map(([epoch, release, pre, post, dev, local, count]) =>
    [epoch, release.join('.'), ...[pre, post, dev].map((part) => part && `${part}${count}`), local].join(''),
  );

test('orders versions by PEP 440', () => {
  fc.assert(
    fc.property(versions, versions, (there, target) => {
      const [alias, version] = [{ tag: latest, version: versionOf(there) }, versionOf(target)];
      expect(isAhead(alias, { version, forced: false })).toBe(compare(there, target) > 0);
      expect(isAhead(alias, { version, forced: true })).toBe(false);
      expect(isAhead({ tag: latest }, { version, forced: false })).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test('finds no tag behind after those that were behind have moved', () => {
  const digests = fc.constantFrom('e', 'f').map(digestOfOnly);
  const aliases = fc.array(
    fc.record(
      { tag: fc.constantFrom(latest, minor, major), digest: digests, version: versions.map(versionOf) },
      { requiredKeys: ['tag'] },
    ),
  );
  fc.assert(
    fc.property(aliases, versions.map(versionOf), fc.boolean(), (there, version, forced) => {
      const target = { digest: digestOfOnly('f'), version, forced };
      const moving = tagsBehind(there, target);
      const { digest } = target;
      const after = there.map((one) => (moving.includes(one.tag) ? { ...one, digest, version } : one));
      expect(tagsBehind(after, target)).toEqual([]);
    }),
  );
});
