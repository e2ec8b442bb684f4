/** Which node of a builder builds what: a builder may have several, on machines of their own. */
import { parsePlatform, type Platform } from '../names/platform.ts';
import { isForeign } from './emulation.ts';

export interface BuilderNode {
  readonly name: string;
  /** Platforms that it was given by name (`--platform`). */
  readonly named: readonly Platform[];
  /** All that it says it can build; the first is its own. Some that it builds are left out. */
  readonly listed: readonly Platform[];
}

/** The nodes of what `docker buildx inspect` prints, in their order. One that does not run lists nothing but its names. */
export function readNodes(inspected: string): BuilderNode[] {
  // What comes before the first node is of the builder.
  const [, ...nodes] = inspected.split(/^Name:/m).slice(1);
  return nodes.map((text) => {
    const words = /^Platforms:\s*(.+)$/m.exec(text)?.[1]?.split(/,\s*/) ?? [];
    const platforms = words.flatMap((word) => {
      const platform = parsePlatform(word.replace('*', ''));
      return platform.ok ? [{ platform: platform.value, isNamed: word.includes('*') }] : [];
    });
    const of = (wanted: boolean): Platform[] =>
      platforms.filter(({ isNamed }) => isNamed === wanted).map(({ platform }) => platform);
    return { name: text.trimStart().split('\n')[0]!.trim(), named: of(true), listed: of(false) };
  });
}

export interface NodeShare {
  /** Place of the node among those of the builder. */
  readonly node: number;
  readonly platforms: readonly Platform[];
}

/**
 * How buildx shares the platforms of one target out to nodes: to those that were given them by name, if each platform was;
 * else to the first node that lists it.
 */
export function sharesOf(nodes: readonly BuilderNode[], platforms: readonly Platform[]): NodeShare[] {
  const nodeOf = (platform: Platform): number => {
    const listing = nodes.findIndex(({ named, listed }) => [...named, ...listed].includes(platform));
    return Math.max(listing, 0);
  };
  const namedOf = (platform: Platform): number => nodes.findIndex(({ named }) => named.includes(platform));
  const areNamed = platforms.every((platform) => namedOf(platform) !== -1);
  const places = platforms.map(areNamed ? namedOf : nodeOf);
  return nodes.flatMap((_, node) => {
    const own = platforms.filter((_platform, at) => places[at] === node);
    return own.length === 0 ? [] : [{ node, platforms: own }];
  });
}

/** For the log: `nodes    a: linux/amd64; b: linux/arm64`, and what keeps buildx from sharing. */
export function sharesText(nodes: readonly BuilderNode[], platforms: readonly Platform[]): string {
  const shares = sharesOf(nodes, platforms);
  const text = shares.map((share) => `${nodes[share.node]!.name}: ${share.platforms.join(', ')}`).join('; ');
  return shares.length > 1 || platforms.length === 1
    ? `nodes    ${text}`
    : `nodes    ${text}. buildx takes several only where each platform was given to a node by name: docker buildx create --append --platform`;
}

/** Where the programs of an image run. */
export interface Machines {
  /** The builder's own platform: that of its first node. */
  readonly platform: Platform;
  /** Absent where it has one. */
  readonly nodes?: readonly BuilderNode[];
}

/**
 * Those platforms of an image that are emulated. What a node was given by name counts as its own: whoever named it knows
 * the machine.
 */
export function emulatedOf(
  { platform: machine, nodes = [] }: Machines,
  platforms: readonly Platform[],
): Platform[] {
  if (nodes.length === 0) return platforms.filter((platform) => isForeign(platform, machine));
  return sharesOf(nodes, platforms).flatMap((share) => {
    const { named, listed } = nodes[share.node]!;
    return share.platforms.filter(
      (platform) => !named.includes(platform) && isForeign(platform, listed[0] ?? machine),
    );
  });
}
