/** A cell and its pieces, for tests that need a whole plan. */
import { type Verified, verify } from '../../src/build/verify.ts';
import { baseOf } from '../../src/sources/package/base.ts';
import type { Cell } from '../../src/sources/package/cell.ts';
import type { Inputs } from '../../src/inputs/inputs.ts';
import { readInputs } from '../../src/inputs/read.ts';
import type { Artifact, PlatformRequirements } from '../../src/lock/lock.ts';
import { parsePackageVersion } from '../../src/names/package-version.ts';
import type { Digest, Tag } from '../../src/names/reference.ts';
import type { ImageContent } from '../../src/registry/content.ts';
import { fingerprintOf, type BuildRecord } from '../../src/plan/fingerprint.ts';
import type { Image, ImageId } from '../../src/plan/image.ts';
import type { Policy } from '../../src/plan/policy.ts';
import {
  bakeRecipe,
  type CustomSource,
  type Locked,
  type RecipeQuestion,
} from '../../src/recipe/bake-recipe.ts';
import type { Happening, Journal } from '../../src/report/journal.ts';
import { imageOf, policyOf } from '../../src/sources/package/plan.ts';
import type { BakeRecipe, BaseImage, Recipe } from '../../src/plan/recipe.ts';
import type { RestoredFile } from '../../src/wheel-cache/wheel.ts';
import { testWorld } from './world.ts';

export function inputsOf(more: Readonly<Record<string, string>> = {}): Inputs {
  const raw = {
    package: 'demo[fast]',
    package_version: '1.2.3',
    python_version: '3.13',
    target_base: 'slim',
    image_name: 'team/demo',
    maintainer: 'Ada',
    ...more,
  };
  const { inputs, problems } = readInputs(raw, 'action', {});
  if (inputs === undefined) throw new Error(JSON.stringify(problems));
  return inputs;
}

export function cellOf(inputs: Inputs): Cell {
  const version = parsePackageVersion('1.2.3');
  if (!version.ok) throw new Error(version.message);
  return {
    source: 'package',
    package: inputs.package,
    version: version.value,
    python: inputs.python,
    base: baseOf(inputs.python, inputs.variant, inputs.baseRegistry),
    platforms: inputs.platforms,
    repositories: inputs.repositories,
    tags: { exact: 'py3.13-slim-1.2.3' as Tag, aliases: ['py3.13-slim-LATEST' as Tag] },
  };
}

export const base: BaseImage = {
  reference: 'docker.io/library/python:3.13-slim',
  digest: `sha256:${'b'.repeat(64)}` as Digest,
};

export const file = (filename: string): Artifact => ({
  filename,
  url: `https://files.example.org/${filename}`,
  sha256: 'a'.repeat(64),
});

/** What three platforms install: one wheel for all, and one requirement that arm/v7 must compile. */
export const mixed: readonly PlatformRequirements[] = (
  ['linux/amd64', 'linux/arm64', 'linux/arm/v7'] as const
).map((platform) => ({
  platform,
  requirements: [
    { kind: 'wheel', name: 'demo', version: '1.2.3', wheel: file('demo-1.2.3-py3-none-any.whl') },
    platform === 'linux/arm/v7'
      ? {
          kind: 'compile',
          name: 'fast',
          version: '2.0',
          sdist: file('fast-2.0.tar.gz'),
          because: 'no wheel for cp313 on linux/arm/v7',
        }
      : {
          kind: 'wheel',
          name: 'fast',
          version: '2.0',
          wheel: file('fast-2.0-cp313-cp313-manylinux_2_28_x86_64.whl'),
        },
  ],
}));

/** The image that the inputs want. */
export const imageOfInputs = (inputs: Inputs): Image => imageOf(cellOf(inputs), inputs);

export const policyOfInputs = (inputs: Inputs): Policy => policyOf(inputs, { absolute: (path) => path });

/** What an image says that it was made of. */
export const recordOf = (inputs: Inputs): BuildRecord => ({
  fingerprint: fingerprintOf({
    image: imageOfInputs(inputs),
    policy: policyOfInputs(inputs),
    bases: {
      [base.reference]: Object.fromEntries(inputs.platforms.map((platform) => [platform, base.digest])),
    },
    requirements: mixed,
  }),
  facts: [],
  indexes: { [base.reference]: base.digest },
});

/** Everything that a recipe is made from. */
export const questionOfInputs = (inputs: Inputs, more: Partial<RecipeQuestion> = {}): RecipeQuestion => ({
  image: imageOfInputs(inputs),
  platforms: inputs.platforms,
  policy: policyOfInputs(inputs),
  base,
  record: recordOf(inputs),
  templates: { locked: 'FROM base', plain: 'FROM plain' },
  ...more,
});

/** One journal entry after the other. */
export function journalOf(): Journal & { readonly happenings: Happening[] } {
  const happenings: Happening[] = [];
  return { happenings, add: (happening) => void happenings.push(happening) };
}

/** What {@link mixed} installs, with nothing prepared for it. */
export const locked: Locked = {
  lock: { text: '', packages: [], resolved: 'host' },
  requirements: mixed,
  native: [],
  restored: [],
  replaced: [],
  emulated: [],
};

/** A custom Dockerfile that takes the packages, and stands on an image that moves. */
export const custom: CustomSource = {
  path: '/work/Dockerfile',
  context: '/work',
  usesPackages: true,
  text: 'FROM scratch\n',
  pins: { 'python:3': 'python@sha256:0' },
  parents: {},
};

/** The recipe of the image that the inputs want. */
export const recipeOfInputs = (inputs: Inputs, more: Partial<RecipeQuestion> = {}): BakeRecipe =>
  bakeRecipe(questionOfInputs(inputs, more));

/** An image of a custom Dockerfile, which calls its parents by these references. */
export function dockerfileNamed(name: string, parents: Readonly<Record<string, string>> = {}) {
  const image = imageOfInputs(inputsOf({ dockerfile: 'Dockerfile' }));
  const { content } = image;
  if (content.kind !== 'dockerfile') throw new Error('the inputs name a Dockerfile');
  const ids = Object.entries(parents).map(([reference, id]) => [reference, id as ImageId] as const);
  return {
    ...image,
    id: name as ImageId,
    parents: ids.map(([, id]) => id),
    content: { ...content, parents: Object.fromEntries(ids) },
  } satisfies Image;
}

/** What arm/v7 must compile of {@link mixed}, as an earlier build compiled it. */
export const restored: RestoredFile = {
  name: 'fast',
  version: '2.0',
  filename: 'fast-2.0-cp313-cp313-linux_armv7l.whl',
  sha256: 'c'.repeat(64),
  size: 7,
  serves: ['linux/arm/v7'],
  way: 'cross',
  seconds: 93,
  compiled: '2026-11-20',
};

/** An image whose checks were switched off: nobody but `verify` can say that one is verified. */
export const verifiedOf = (recipe: Recipe, content: ImageContent): Promise<Verified> =>
  verify(testWorld(), {
    recipe,
    folder: '/',
    platforms: [],
    strict: false,
    content: () => Promise.resolve(content),
  });
