import { Failure } from '../errors.ts';
import { evaluate, type MarkerEnvironment, parseMarker } from '../names/marker.ts';
import { isSameVersion } from '../names/package-version.ts';
import type { Platform } from '../names/platform.ts';
import type { BaseFacts, Lock, LockedPackage, PlatformRequirements, Requirement } from './lock.ts';
import { markerEnvironment } from './markers.ts';
import { bestWheel, similarWheel, whyNoWheel } from './wheel-tags.ts';

/**
 * The requirements of a lock on the base's platform, sorted by name.
 *
 * @throws Failure when a package has neither a wheel that fits nor a source distribution, or the lock is ambiguous.
 */
export function splitRequirements(lock: Pick<Lock, 'packages'>, facts: BaseFacts): PlatformRequirements {
  const environment = markerEnvironment(facts.platform, facts.python);
  const applicable = lock.packages.filter(
    ({ name, marker }) => marker === undefined || holds(name, marker, environment),
  );
  const requirements = applicable.map((entry) => requirementOf(entry, facts)).toSorted(byName);
  if (requirements.length === 0) {
    throw failed(
      'requirements',
      facts.platform,
      `nothing of the lock holds for Python ${facts.python} on ${facts.platform}: it was made for another Python.`,
    );
  }
  const duplicate = requirements.find(({ name }, index) => requirements[index + 1]?.name === name);
  if (duplicate !== undefined) {
    throw failed(
      duplicate.name,
      facts.platform,
      `the lock names two versions of ${duplicate.name} for ${facts.platform}: its markers overlap.`,
    );
  }
  const { platform, links = {} } = facts;
  return { platform, requirements, ...(Object.keys(links).length === 0 ? {} : { links }) };
}

const byName = (one: Requirement, other: Requirement): number =>
  one.name < other.name ? -1 : one.name > other.name ? 1 : 0;

function holds(name: string, text: string, environment: MarkerEnvironment): boolean {
  const marker = parseMarker(text);
  if (!marker.ok)
    throw new Failure([
      { station: 'index', about: name, message: `the lock cannot be used: ${marker.message}` },
    ]);
  return evaluate(marker.value, environment);
}

function requirementOf(entry: LockedPackage, facts: BaseFacts): Requirement {
  const { name, version, wheels, sdist } = entry;
  if (isSameVersion(facts.installed[name] ?? '', version)) return { kind: 'present', name, version };
  const wheel = bestWheel(wheels, facts);
  if (wheel !== undefined && wheel.from === undefined) return { kind: 'wheel', name, version, wheel };
  const own = wheels.filter(({ from }) => from === undefined);
  const because = whyNoWheel(own, facts);
  const like = similarWheel(own, facts);
  const compile =
    sdist === undefined
      ? undefined
      : ({
          kind: 'compile',
          name,
          version,
          sdist,
          because,
          ...(like === undefined ? {} : { like }),
        } as const);
  if (wheel !== undefined)
    return { kind: 'wheel', name, version, wheel, instead: { because, ...(compile && { compile }) } };
  if (compile === undefined) {
    throw failed(
      name,
      facts.platform,
      `${name} ${version} cannot be installed on ${facts.platform}: ${because}, and the index has no source distribution to compile. Leave the platform out, or choose another version.`,
    );
  }
  return compile;
}

const failed = (about: string, platform: Platform, message: string): Failure =>
  new Failure([{ station: 'index', about, platforms: [platform], message }]);
