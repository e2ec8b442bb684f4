/** Puts the images of a tree in order: what each Dockerfile stands on, or takes files from, comes before it. */
import type { Problem } from '../../errors.ts';
import { baseFaults } from '../../dockerfile/base-fault.ts';
import { basePlatforms } from '../../dockerfile/base-platforms.ts';
import { type DockerfileFacts, readCustomDockerfile } from '../../dockerfile/custom.ts';
import type { Triggers } from '../../dockerfile/stages.ts';
import { nearest } from '../../names/nearest.ts';
import type { Platform } from '../../names/platform.ts';
import { shown } from '../../names/shown.ts';
import { assumedNote, externalRow, type Match, matcher, mayBeOwn, rowOf } from './match.ts';
import type { TreeImage } from './name-images.ts';

type Pairs = Readonly<Record<string, string>>;

export interface GraphImage extends Pick<
  TreeImage,
  'name' | 'dockerfile' | 'context' | 'references' | 'arguments' | 'platforms'
> {
  /** Of the Dockerfile. */
  readonly text: string;
}

export interface GraphQuestion {
  readonly images: readonly GraphImage[];
  /** What stands before the names of the tree's images: `ghcr.io/owner/repo`. */
  readonly prefixes: readonly string[];
  /** References that images.yml says are no images of the tree. */
  readonly external: readonly string[];
  /** Of an image that has none of its own. */
  readonly platforms: readonly Platform[];
}

/** An image whose parents are known. JSON-safe; paths are from the workspace. */
export interface LinkedImage {
  readonly name: string;
  readonly path: string;
  readonly context: string;
  readonly arguments: Pairs;
  /** Images of the tree that it stands on or takes files from, by the reference that it calls them. */
  readonly parents: Pairs;
  /** ONBUILD instructions of those parents, by the same reference; only of those that have some. */
  readonly triggers: Triggers;
}

export interface Graph {
  /** Parents first, else as they came; none where there is a problem. */
  readonly images: readonly LinkedImage[];
  readonly problems: readonly Problem[];
  /** What a reader of a Dockerfile might take otherwise. */
  readonly notes: readonly string[];
}

/** Reads the references of all Dockerfiles, with those that ONBUILD of a parent adds. `matcher` has the rules. */
export function linkImages(question: GraphQuestion): Graph {
  const { images, prefixes, external } = question;
  const platformsOf = (image: GraphImage): readonly Platform[] => image.platforms ?? question.platforms;
  const read = (image: GraphImage, triggers: Triggers): DockerfileFacts =>
    readCustomDockerfile(image.text, image.arguments, platformsOf(image), triggers);
  const alone = new Map(images.map((image) => [image.name, read(image, {})]));
  const { learned, match } = matcher({
    images,
    prefixes,
    external,
    uses: Object.fromEntries([...alone].map(([name, { written }]) => [name, usesOf(written)])),
  });
  const linked = images.map((image): Linked => {
    const triggers = triggersOf(alone.get(image.name)!.bases, (reference) => {
      const parent = match(image.name, reference);
      return parent.kind === 'image' ? (alone.get(parent.name)?.triggers ?? []) : [];
    });
    const facts = read(image, triggers);
    const matches = facts.bases.map((reference) => [reference, match(image.name, reference)] as const);
    return { image, facts, triggers, matches, parents: parentsOf(matches) };
  });
  const problems = [
    ...linked.flatMap((one) => problemsOf(one, linked, platformsOf(one.image))),
    ...linked.flatMap((one) => platformProblems(one, linked, platformsOf)),
    ...circlesOf(linked).map((names) => circle(names, images)),
  ];
  const learnedFrom = learned.map(
    ({ prefix, user, written, reference }) =>
      `${prefix}/ is taken as what stands before the names of this tree's images: ${pathOf(user, images)} has ${shown(written)}, which is ${shown(reference)}`,
  );
  return {
    images: problems.length > 0 ? [] : inOrder(linked).map(linkedImage),
    // A prefix that was learned may be why another reference is taken for one of the tree.
    problems: problems.map((one, at) =>
      at === 0 && learnedFrom.length > 0 ? { ...one, detail: learnedFrom } : one,
    ),
    notes: [
      ...learnedFrom,
      ...linked.flatMap((one) => notesOf(one, linked).map((note) => `${one.image.dockerfile} ${note}`)),
    ],
  };
}

interface Linked {
  readonly image: GraphImage;
  readonly facts: DockerfileFacts;
  readonly triggers: Triggers;
  readonly matches: readonly (readonly [reference: string, match: Match])[];
  readonly parents: Pairs;
}

const usesOf = (written: Pairs) =>
  Object.entries(written).map(([reference, text]) => ({ reference, written: text }));

const triggersOf = (references: readonly string[], of: (reference: string) => Triggers[string]): Triggers =>
  Object.fromEntries(
    references.map((reference) => [reference, of(reference)] as const).filter(([, all]) => all.length > 0),
  );

const parentsOf = (matches: Linked['matches']): Pairs =>
  Object.fromEntries(
    matches.flatMap(([reference, found]) => (found.kind === 'image' ? [[reference, found.name]] : [])),
  );

const linkedImage = ({ image, parents, triggers }: Linked): LinkedImage => ({
  name: image.name,
  path: image.dockerfile,
  context: image.context,
  arguments: image.arguments,
  parents,
  triggers,
});

function notesOf({ image, facts, matches }: Linked, all: readonly Linked[]): string[] {
  return matches.flatMap(([reference, found]) => {
    if (found.kind !== 'external') return [];
    if (found.note !== undefined) return [found.note];
    const written = facts.written[reference] ?? '';
    if (found.isAssumed !== true || !mayBeOwn({ reference, written })) return [];
    const name = likelyName(reference, image.name, all);
    return name === undefined ? [] : [assumedNote(reference, name)];
  });
}

const problemOf = ({ dockerfile }: GraphImage, message: string): Problem => ({
  station: 'input',
  about: dockerfile,
  message: `${dockerfile}: ${message}`,
});

/** Parents that lack a platform which this image takes them for. */
function platformProblems(
  { image, triggers, parents }: Linked,
  all: readonly Linked[],
  platformsOf: (image: GraphImage) => readonly Platform[],
): Problem[] {
  const own = platformsOf(image);
  const taken = basePlatforms(image.text, image.arguments, own, triggers);
  return Object.entries(parents).flatMap(([reference, name]) => {
    const parent = all.find((one) => one.image.name === name);
    if (parent === undefined) return [];
    const held = platformsOf(parent.image);
    const missing = (taken.get(reference) ?? []).filter((platform) => !runsOn(held, platform));
    if (missing.length === 0) return [];
    const left = own.filter((platform) => !missing.includes(platform));
    const rows = [
      platformsRow(name, [...held, ...missing]),
      ...(left.length === 0 ? [] : [platformsRow(image.name, left)]),
    ];
    return [
      problemOf(
        image,
        `the image ${shown(image.name)} is for ${own.join(', ')}, and ${shown(reference)} is the image ${shown(name)} of this tree, which is for ${held.join(', ')} and not for ${missing.join(', ')}. A row in images.yml gives them platforms that agree: ${rows.join(' or ')}.`,
      ),
    ];
  });
}

/** Processors of ARM run what is for earlier ones of 32 bits, and BuildKit takes it. */
const runsOn = (held: readonly Platform[], platform: Platform): boolean =>
  held.some(
    (one) => one === platform || (isArm32(one) && isArm32(platform) && one.localeCompare(platform) < 0),
  );

const isArm32 = (platform: Platform): boolean => platform.startsWith('linux/arm/');

const platformsRow = (name: string, platforms: readonly Platform[]): string =>
  `- {name: ${name}, platforms: [${platforms.join(', ')}]}`;

function problemsOf(one: Linked, all: readonly Linked[], platforms: readonly Platform[]): Problem[] {
  const { image, facts, matches } = one;
  const problem = (message: string): Problem => problemOf(image, message);
  const faults = baseFaults(image.text, image.arguments, platforms);
  const unset = facts.unset.map(({ written, names }) =>
    problem(
      `${shown(written)} has no value for ${names.join(' and ')}. An ARG before the first FROM with a default gives one, a row in images.yml with arguments, or a file of pins.`,
    ),
  );
  const unexpanded = facts.unexpanded.map((written) =>
    problem(
      `BuildKit expands no variable in ${shown(`--from=${written}`)}. A stage does it: FROM with that name AS parent, with the ARG before the first FROM, and then --from=parent.`,
    ),
  );
  const others = matches.flatMap(([reference, found]) => {
    // What is no image at all is said with its line.
    const isFault = faults.some(({ reference: fault }) => fault === reference);
    if (found.kind === 'refused') return isFault ? [] : [problem(found.message)];
    if (found.kind !== 'unknown') return [];
    const chain = [...chainTo(image.name, all), reference].join(' → ');
    const name = likelyName(reference, image.name, all) ?? 'NAME';
    return [
      problem(
        `no Dockerfile of the tree makes ${shown(reference)}, which is called as its images are: ${chain}. Where one does, a row in images.yml says so: ${rowOf(name, reference)}. Where it is built elsewhere: ${externalRow(reference)}.`,
      ),
    ];
  });
  const invalid = faults.map(({ line, message }) => problem(`line ${line}: ${message}`));
  return [...invalid, ...unset, ...unexpanded, ...others];
}

/** From an image that nothing stands on down to this one. */
function chainTo(name: string, all: readonly Linked[]): string[] {
  const chain = [name];
  for (;;) {
    const above = all.find(
      ({ image, parents }) => !chain.includes(image.name) && isParent(chain[0]!, parents),
    );
    if (above === undefined) return chain;
    chain.unshift(above.image.name);
  }
}

const isParent = (name: string, parents: Pairs): boolean => Object.values(parents).includes(name);

/** The image that a reference may mean: one of nearly that name, else one that nothing refers to and shares a word with it. */
function likelyName(reference: string, user: string, all: readonly Linked[]): string | undefined {
  const names = all.map(({ image }) => image.name).filter((name) => name !== user);
  const last = reference.replace(/:[^/:]*$/, '').replace(/.*\//, '');
  const near = nearest(last, names);
  if (near !== undefined) return near;
  const words = last.split(/[._-]+/);
  const unused = names.filter((name) => all.every(({ parents }) => !isParent(name, parents)));
  return unused.find((name) => name.split(/[._-]+/).some((word) => words.includes(word)));
}

/** Each circle once, from the image that came first. */
function circlesOf(all: readonly Linked[]): string[][] {
  const circles = new Map<string, string[]>();
  const done = new Set<string>();
  const visit = (name: string, way: readonly string[]): void => {
    const at = way.indexOf(name);
    if (at >= 0) {
      const members = way.slice(at);
      const key = members.toSorted().join(' ');
      if (!circles.has(key)) circles.set(key, [...members, name]);
      return;
    }
    if (done.has(name)) return;
    for (const parent of new Set(Object.values(parentsOfName(name, all)))) visit(parent, [...way, name]);
    done.add(name);
  };
  for (const { image } of all) visit(image.name, []);
  return [...circles.values()];
}

const parentsOfName = (name: string, all: readonly Linked[]): Pairs =>
  all.find(({ image }) => image.name === name)?.parents ?? {};

const pathOf = (name: string, images: readonly GraphImage[]): string =>
  images.find((image) => image.name === name)!.dockerfile;

const circle = (names: readonly string[], images: readonly GraphImage[]): Problem => ({
  station: 'input',
  about: pathOf(names[0]!, images),
  message: `Images of the tree stand on each other in a circle: ${names.join(' → ')}. One of these Dockerfiles must take another image; where it takes one that is published already, write that with its digest, or give it a row in images.yml with external: true.`,
});

function inOrder(all: readonly Linked[]): Linked[] {
  const ordered = new Set<Linked>();
  const visit = (one: Linked): void => {
    for (const name of Object.values(one.parents)) {
      const parent = all.find(({ image }) => image.name === name);
      if (parent !== undefined && !ordered.has(parent)) visit(parent);
    }
    ordered.add(one);
  };
  for (const one of all) visit(one);
  return [...ordered];
}
