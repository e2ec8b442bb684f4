import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  bakeFile,
  type BakeOptions,
  bakeText,
  exportLines,
  isTargetOf,
  verifyFile,
} from '../../src/build/bake.ts';
import { offerContext } from '../../src/dockerfile/offered-mounts.ts';
import { workFiles } from '../../src/build/work-files.ts';
import { readPrograms } from '../../src/build/programs.ts';
import type { Inputs } from '../../src/inputs/inputs.ts';
import type { ImageId } from '../../src/plan/image.ts';
import type { BakeRecipe, Recipe } from '../../src/plan/recipe.ts';
import { rebaseRecipe, type RecipeQuestion } from '../../src/recipe/bake-recipe.ts';
import { systemFiles } from '../../src/world/files.ts';
import {
  base,
  custom,
  dockerfileNamed,
  imageOfInputs,
  inputsOf,
  locked,
  questionOfInputs,
  recipeOfInputs,
  restored,
} from '../support/cells.ts';
import { testWorld } from '../support/world.ts';

const templates = { locked: readFileSync('dockerfiles/Dockerfile', 'utf8'), plain: '' };
const options: BakeOptions = {
  verify: ['linux/amd64'],
  secrets: ['id=netrc,env=NETRC'],
  provenance: 'mode=min',
  sbom: 'false',
};
const platforms = ['linux/amd64', 'linux/arm64', 'linux/arm/v7'];
const inputs = inputsOf();
const withDockerfile = inputsOf({ dockerfile: 'Dockerfile' });
const recipeOf = (of: Inputs, more: Partial<RecipeQuestion> = {}): BakeRecipe =>
  recipeOfInputs(of, { templates, ...more });
const alone = { ...custom, usesPackages: false };
const rendered = recipeOf(inputs, { locked });
const owned = recipeOf(withDockerfile, { locked, custom });
const plain = recipeOf(withDockerfile, { custom: alone });
const unlocked = recipeOf(inputs);
const rebased = rebaseRecipe(questionOfInputs(inputs, { locked }), {
  image: rendered.image.id,
  repository: rendered.image.repositories[0],
});

/** The bake file of one image. */
const bakeOne = (recipe: BakeRecipe, of: BakeOptions = options) => bakeFile([{ recipe, options: of }]);

const args = {
  PUBLISH_BASE: `${base.reference}@${base.digest}`,
  BUILD_BASE: 'docker.io/library/python:3.13',
  SOURCE_DATE_EPOCH: '315532800',
};
const annotationsOf = ({ annotations }: BakeRecipe) =>
  Object.entries(annotations).map(([key, value]) => `${key}=${value}`);
const published = {
  platforms,
  secret: ['id=netrc,env=NETRC'],
  labels: rendered.labels,
  annotations: annotationsOf(rendered),
  attest: ['type=provenance,mode=min', 'type=sbom,disabled=true'],
  output: ['type=oci,dest=image/image.tar,name=ghcr.io/team/demo:py3.13-slim-1.2.3'],
};
const contexts = { lock: './image/lock', programs: './image/programs' };
const verify = {
  context: './image/verify',
  dockerfile: '../verify.Dockerfile',
  target: 'verify',
  platforms: ['linux/amd64'],
  contexts: { image: 'target:image', checks: './image/verify' },
  args: { PUBLISH_BASE: args.PUBLISH_BASE },
  'no-cache-filter': ['run'],
  output: ['type=local,dest=image/verified'],
};

const compiled = {
  context: './image',
  dockerfile: 'Dockerfile',
  contexts,
  args,
  target: 'attempts',
  platforms: ['linux/arm/v7'],
  secret: published.secret,
  output: ['type=local,dest=image/compiled'],
};

test('a rendered image is verified, and exported from the same build', () => {
  expect(bakeOne(rendered)).toEqual({
    target: {
      image: { context: './image', dockerfile: 'Dockerfile', contexts, args, target: 'image', ...published },
      'image-compiled': compiled,
      'image-verify': verify,
    },
  });
});

test('what is pushed is exported as a folder, in which layers can be left out', () => {
  expect(bakeOne(rendered, { ...options, exports: 'layout' }).target['image']?.output).toEqual([
    'type=oci,tar=false,dest=image/image,name=ghcr.io/team/demo:py3.13-slim-1.2.3',
  ]);
});

test('what goes into the engine is exported as every engine loads it', () => {
  expect(bakeOne(rendered, { ...options, exports: 'engine' }).target['image']?.output).toEqual([
    'type=docker,dest=image/image.tar,name=ghcr.io/team/demo:py3.13-slim-1.2.3',
  ]);
});

test('without a lock, pip installs, and the programs are there for what follows', () => {
  const { contexts: given } = bakeOne(unlocked).target['image']!;
  expect(given).toEqual({ programs: './image/programs' });
});

/** What the steps of a Dockerfile on one base are offered. */
const offerOf = (number: number, reference: string) => ({
  part: {
    context: offerContext(number),
    packages: imageOfInputs(withDockerfile).content.packages!,
    base: {
      ...base,
      reference,
      repository: { registry: 'docker.io', name: 'library/python' },
      platforms: [],
    },
    lines: [{ line: number + 1, context: offerContext(number) }],
  },
  locked,
});
const text = 'FROM python:3.13\nRUN pip install a\nRUN pip install b\n';

test.each<[string, boolean, readonly string[]]>([
  ['on two bases', false, []],
  ['and packages beside it', true, ['packages target:image-packages']],
])('a custom Dockerfile takes what its pip is offered %s', (_, usesPackages, more) => {
  const recipe = recipeOf(withDockerfile, {
    custom: { ...custom, text, usesPackages, offer: { helpers: [] } },
    offers: [offerOf(1, 'python:3.13'), offerOf(2, 'python:3.13-alpine')],
    ...(usesPackages ? { locked } : {}),
  });
  const { target } = bakeOne(recipe, { ...options, verify: [] });
  const packages = usesPackages ? ['image-packages packages of ./image'] : [];
  const compiledTargets = usesPackages ? ['image-compiled attempts of ./image'] : [];
  expect(
    Object.entries(target).map(([name, { target: stage = '', context }]) => `${name} ${stage} of ${context}`),
  ).toEqual([
    ...packages,
    'image-offer1-packages offered of ./image-offer1',
    'image-offer1-compiled attempts of ./image-offer1',
    'image-offer2-packages offered of ./image-offer2',
    'image-offer2-compiled attempts of ./image-offer2',
    'image  of /work',
    ...compiledTargets,
  ]);
  expect(Object.keys(target).filter((name) => !isTargetOf('image' as ImageId, name))).toEqual([]);
  expect(
    Object.entries(target['image']?.contexts ?? {}).map(([name, context]) => `${name} ${context}`),
  ).toEqual([
    'python:3 docker-image://python@sha256:0',
    ...more,
    'python-image-builder target:image-offer1-packages',
    'python-image-builder-2 target:image-offer2-packages',
  ]);
  expect(target['image-offer2-packages']?.args).toMatchObject({
    PUBLISH_BASE: `python:3.13-alpine@${base.digest}`,
  });
  const files = workFiles([recipe], { target }, programs);
  expect(Object.keys(files).filter((name) => /Dockerfile$|lock\//.test(name))).toEqual([
    ...(usesPackages ? ['image/Dockerfile', ...lockOf('image')] : []),
    'image/offered/Dockerfile',
    'image-offer1/Dockerfile',
    ...lockOf('image-offer1'),
    'image-offer2/Dockerfile',
    ...lockOf('image-offer2'),
  ]);
  expect(files['image/offered/Dockerfile']).toMatch(
    /^.*\nRUN --mount=\S+from=python-image-builder,.* a\nRUN --mount=\S+from=python-image-builder-2,.* b\n$/,
  );
  expect(files['image-offer1/programs/offer.py']).toBeDefined();
});

const lockOf = (id: string): string[] =>
  ['amd64', 'arm64', 'armv7'].map((key) => `${id}/lock/${key}/requirements.json`);

test.each([
  ['image', 'image', true],
  ['image', 'image-verify', true],
  ['image', 'image-offer2-compiled', true],
  ['image', 'image-offer2', false],
  ['image', 'image2', false],
  ['a', 'ab-verify', false],
])('of image %s, target %s: %s', (id, target, expected) => {
  expect(isTargetOf(id as ImageId, target)).toBe(expected);
});

test('a custom Dockerfile takes the packages as a context', () => {
  expect(bakeOne(owned, { ...options, verify: [] })).toEqual({
    target: {
      'image-packages': {
        context: './image',
        dockerfile: 'Dockerfile',
        contexts,
        args,
        target: 'packages',
        platforms,
        secret: published.secret,
        output: ['type=cacheonly'],
      },
      image: {
        context: '/work',
        dockerfile: '/work/Dockerfile',
        contexts: { 'python:3': 'docker-image://python@sha256:0', packages: 'target:image-packages' },
        args: { ...owned.arguments, SOURCE_DATE_EPOCH: '315532800' },
        ...published,
        labels: owned.labels,
        annotations: annotationsOf(owned),
      },
      'image-compiled': compiled,
    },
  });
});

test.each([
  [
    'attestations as buildx takes them',
    { provenance: 'true', sbom: 'generator=me/it' },
    'attest',
    ['type=provenance', 'type=sbom,generator=me/it'],
  ],
  [
    'no attestations',
    { provenance: 'false', sbom: 'false' },
    'attest',
    ['type=provenance,disabled=true', 'type=sbom,disabled=true'],
  ],
  [
    'no scanner for an SBOM of this program',
    { provenance: 'mode=max', sbom: 'both' },
    'attest',
    ['type=provenance,mode=max', 'type=sbom,disabled=true'],
  ],
  ['no secrets', { secrets: [] }, 'secret', undefined],
])('%s', (_, more, field, expected) => {
  const image = bakeOne(rendered, { ...options, ...more }).target['image'];
  expect(Object.entries(image!).find(([name]) => name === field)?.[1]).toEqual(expected);
});

const anew = { 'no-cache': true };
const lastStage = { 'no-cache-filter': ['runtime', 'image'] };
const runtime = inputsOf({ runtime_packages: 'libpq5' });
// Files of a lock are the same today: they are what the builder may remember.
test.each<[string, BakeRecipe, Readonly<Record<string, object>>]>([
  ['nothing of what is locked', rendered, {}],
  [
    'the stages that a distribution’s packages come from and go to',
    recipeOf(runtime, { locked }),
    { image: lastStage },
  ],
  ['all that is not locked', unlocked, { image: anew }],
  ['all that is not locked, a distribution’s packages too', recipeOf(runtime), { image: anew }],
  ['a custom Dockerfile, and not its packages', owned, { image: anew }],
  [
    'a custom Dockerfile, and not its packages, whatever goes into other images',
    recipeOf(inputsOf({ dockerfile: 'Dockerfile', build_args: 'RUNTIME_PACKAGES=libpq5' }), {
      locked,
      custom,
    }),
    { image: anew },
  ],
  [
    'a custom Dockerfile, with packages that are not locked',
    recipeOf(withDockerfile, { custom }),
    { image: anew, 'image-packages': anew },
  ],
  ['a custom Dockerfile without packages', plain, { image: anew }],
])('made anew: %s', (_, recipe, expected) => {
  const cachedOf = (fresh: boolean) =>
    Object.fromEntries(
      Object.entries(bakeOne(recipe, { ...options, fresh, verify: [] }).target).flatMap(([name, target]) => {
        const said = Object.entries(target).filter(([key]) => key.startsWith('no-cache'));
        return said.length === 0 ? [] : [[name, Object.fromEntries(said)]];
      }),
    );
  expect([cachedOf(true), cachedOf(false)]).toEqual([expected, {}]);
});

test('exports compiled wheels with what they need, where they are to be saved', () => {
  const { target } = bakeOne(rendered, { ...options, saveWheels: true });
  expect(target['image-compiled']).toEqual({ ...compiled, target: 'made' });
});

const programs = await readPrograms({ ...testWorld(), files: systemFiles() }, 'dockerfiles');

test('what was compiled before is a file of the lock, and nothing is compiled', () => {
  const recipe = recipeOf(inputs, { locked: { ...locked, restored: [restored] } });
  const bake = bakeOne(recipe);
  expect(Object.keys(bake.target)).toEqual(['image', 'image-verify']);
  const files = workFiles([recipe], bake, programs);
  const { compile, kept } = JSON.parse(files['image/lock/armv7/requirements.json']!) as Record<
    string,
    unknown
  >;
  const { name, version, filename, sha256 } = restored;
  expect({ compile, kept }).toEqual({ compile: [], kept: [{ name, version, filename, sha256 }] });
  expect(files['image/Dockerfile']).not.toMatch(/AS (?:builder|compile|sources)/);
  expect(recipe.annotations).toEqual(rendered.annotations);
});

test('an image of several repositories is built once, under the first name', () => {
  const { image } = rendered;
  const [first] = image.repositories;
  const repositories = [first, { registry: 'docker.io', name: 'library/demo' }] as const;
  expect(bakeOne({ ...rendered, image: { ...image, repositories } })).toEqual(bakeOne(rendered));
});

test('checks that are given variables have them as a secret', () => {
  const recipe = recipeOf(inputsOf({ verify_env: 'TOKEN' }), { locked });
  expect(bakeOne(recipe).target['image-verify']).toEqual({
    ...verify,
    secret: ['id=verify_env,env=PYTHON_IMAGE_BUILDER_VERIFY_ENV'],
  });
});

const reference = `ghcr.io/team/demo@${base.digest}`;
test.each<[string, Recipe]>([
  ['of one that is built', rendered],
  ['of one that is put onto another base', rebased],
])('checks run in an image that a registry holds: %s', (_, recipe) => {
  expect(verifyFile(recipe, ['linux/amd64'], reference)).toEqual({
    target: {
      'image-verify': {
        ...verify,
        contexts: { ...verify.contexts, image: `docker-image://${reference}` },
      },
    },
  });
});

/** Names of files, those of programs as the folder that they are in. */
const named = (recipes: readonly Recipe[], bake: Parameters<typeof workFiles>[1]) =>
  [
    ...new Set(
      Object.keys(workFiles(recipes, bake, programs)).map((name) => name.replace(/\/[^/]*\.(?:py|sh)$/, '/')),
    ),
  ].toSorted();

const checking = ['verify.Dockerfile', 'verify/', 'verify/checks/', 'verify/checks.json'];
const staged = ['programs/', 'programs/checks/', 'programs/symbol-versions.json', 'programs/tools.txt'];
const locks = ['amd64', 'arm64', 'armv7'].map((key) => `lock/${key}/requirements.json`);
/** In the folder of an image. */
const within = (id: string, names: readonly string[]): string[] => names.map((name) => `${id}/${name}`);

test.each([
  [
    'a rendered image',
    named([rendered], bakeOne(rendered)),
    within('image', ['Dockerfile', ...staged, ...locks, ...checking]),
  ],
  [
    'one that is not run',
    named([rendered], bakeOne(rendered, { ...options, verify: [] })),
    within('image', ['Dockerfile', ...staged, ...locks]),
  ],
  [
    'a custom Dockerfile with packages',
    named([owned], bakeOne(owned)),
    within('image', ['Dockerfile', ...staged, ...locks, ...checking]),
  ],
  ['a custom Dockerfile without packages', named([plain], bakeOne(plain)), within('image', checking)],
  [
    'an image without a lock',
    named([unlocked], bakeOne(unlocked)),
    within('image', ['Dockerfile', 'programs/', ...checking]),
  ],
  [
    'one that is put onto another base is only run',
    named([rebased], verifyFile(rebased, ['linux/amd64'], reference)),
    within('image', checking),
  ],
])('files beside the bake file: %s', (_, files, expected) => {
  expect(files).toEqual(['docker-bake.json', ...expected].toSorted());
});

describe('several images', () => {
  const imageWith = (id: string, more: Partial<RecipeQuestion> = {}, of: Inputs = inputs): BakeRecipe => {
    const question = questionOfInputs(of, { templates, locked, ...more });
    return recipeOf(of, { ...question, image: { ...question.image, id: id as ImageId } });
  };
  const parent = imageWith('parent');
  const child = recipeOf(withDockerfile, {
    image: dockerfileNamed('child', { 'team/parent': 'parent' }),
    locked,
    custom: { ...custom, parents: { 'team/parent': parent.image.id } },
  });
  const recipes = [parent, child];
  const bake = bakeFile(recipes.map((recipe) => ({ recipe, options })));

  test('each has targets of its own, named by its id', () => {
    expect(Object.keys(bake.target)).toEqual([
      'parent',
      'parent-compiled',
      'parent-verify',
      'child-packages',
      'child',
      'child-compiled',
      'child-verify',
    ]);
  });

  test('one that stands on another takes it as a context of the same build', () => {
    expect(bake.target['child']!.contexts).toEqual({
      'python:3': 'docker-image://python@sha256:0',
      'team/parent': 'target:parent',
      packages: 'target:child-packages',
    });
    expect(bake.target['child-verify']!.contexts).toEqual({
      image: 'target:child',
      checks: './child/verify',
    });
  });

  test('a parent that a registry holds is pulled by its digest', () => {
    const pins = { 'team/parent': `ghcr.io/team/parent@${base.digest}` };
    const pulling = recipeOf(withDockerfile, { custom: { ...alone, pins } });
    expect(bakeOne(pulling).target['image']!.contexts).toEqual({
      'team/parent': `docker-image://ghcr.io/team/parent@${base.digest}`,
    });
  });

  test('each is built with options of its own', () => {
    const { target } = bakeFile([
      { recipe: parent, options: { ...options, saveWheels: true, verify: [], secrets: [] } },
      { recipe: child, options },
    ]);
    expect(target['parent-verify']).toBeUndefined();
    expect([target['parent-compiled']!.target, target['child-compiled']!.target]).toEqual([
      'made',
      'attempts',
    ]);
    expect([target['parent']!.secret, target['child']!.secret]).toEqual([undefined, published.secret]);
  });

  test('each has files of its own', () => {
    const files = ['Dockerfile', ...staged, ...locks, ...checking];
    expect(named(recipes, bake)).toEqual(
      ['docker-bake.json', ...within('parent', files), ...within('child', files)].toSorted(),
    );
  });

  test('no two share a path', () => {
    const outputs = Object.values(bake.target)
      .flatMap(({ output }) => output)
      .flatMap((one) => /dest=([^,]+)/.exec(one)?.[1] ?? []);
    expect(outputs.toSorted()).toEqual([
      'child/compiled',
      'child/image.tar',
      'child/verified',
      'parent/compiled',
      'parent/image.tar',
      'parent/verified',
    ]);
    const read = Object.entries(bake.target).flatMap(([target, { context, contexts = {} }]) =>
      [context, ...Object.values(contexts)]
        .filter((path) => path.startsWith('./'))
        .map((path) => [target.replace(/-.*/, ''), path.split('/')[1]]),
    );
    expect(read.filter(([id, folder]) => id !== folder)).toEqual([]);
    expect(read).not.toEqual([]);
  });
});

describe('an image that may hold anything', () => {
  const { packages: _packages, ...content } = dockerfileNamed('tool').content;
  const anything = { ...dockerfileNamed('tool'), content };
  const toolOf = (text: string, of: Inputs = withDockerfile): BakeRecipe =>
    recipeOf(of, { image: anything, custom: { ...alone, text } });
  const plainTool = toolOf('FROM scratch\n');
  const withTriggers = toolOf('FROM python:3\nONBUILD COPY . .\nENV A=b\n');
  const verifyAny = {
    ...verify,
    context: './tool/verify',
    dockerfile: '../verify-any.Dockerfile',
    contexts: { image: 'target:tool', checks: './tool/verify' },
    args: { TOOLS: args.PUBLISH_BASE },
    output: ['type=local,dest=tool/verified'],
  };

  test('is checked with a shell and a Python that are brought along', () => {
    const { target } = bakeOne(plainTool);
    expect(Object.keys(target)).toEqual(['tool', 'tool-verify']);
    expect(target['tool-verify']).toEqual(verifyAny);
    expect(named([plainTool], bakeOne(plainTool))).toEqual(
      ['docker-bake.json', ...within('tool', ['verify-any.Dockerfile', ...checking.slice(1)])].toSorted(),
    );
  });

  test('has the files that it exports taken out of the image itself, on all platforms and unchecked', () => {
    const recipe = { ...plainTool, image: { ...plainTool.image, exports: ['/opt/*.lock'] } };
    const unchecked = { ...options, verify: [] };
    const { target } = bakeOne(recipe, unchecked);
    expect(Object.keys(target)).toEqual(['tool', 'tool-exports']);
    expect(target['tool-exports']).toEqual({
      context: './tool/exports/given',
      dockerfile: '../exports.Dockerfile',
      target: 'exports',
      platforms: plainTool.image.platforms,
      contexts: { image: 'target:tool', given: './tool/exports/given' },
      args: verifyAny.args,
      output: ['type=local,dest=tool/exports/taken'],
    });
    const files = workFiles([recipe], bakeOne(recipe, unchecked), programs);
    expect(files['tool/exports/given/exports.json']).toBe('["/opt/*.lock"]\n');
    expect(Object.keys(files).filter((name) => name.startsWith('tool/exports/'))).toEqual([
      'tool/exports/exports.Dockerfile',
      'tool/exports/given/exports.py',
      'tool/exports/given/facts.py',
      'tool/exports/given/exports.json',
    ]);
  });

  test('is given variables for its checks as commands of a shell', () => {
    const recipe = toolOf('FROM scratch\n', inputsOf({ dockerfile: 'Dockerfile', verify_env: 'TOKEN' }));
    expect(bakeOne(recipe).target['tool-verify']).toEqual({
      ...verifyAny,
      secret: ['id=verify_exports,env=PYTHON_IMAGE_BUILDER_VERIFY_EXPORTS'],
    });
    expect(exportLines({ A: "it's", B: '$HOME\nx' })).toBe("export A='it'\\''s'\nexport B='$HOME\nx'\n");
  });

  test('is checked without its ONBUILD instructions, which the checks would run', () => {
    const { target } = bakeOne(withTriggers);
    const { tool, 'tool-checked': checked } = target;
    expect(checked).toEqual({
      context: tool!.context,
      'dockerfile-inline': 'FROM python:3\n\nENV A=b\n',
      contexts: tool!.contexts,
      args: tool!.args,
      platforms: tool!.platforms,
      secret: tool!.secret,
      output: ['type=cacheonly'],
    });
    expect(tool!.dockerfile).toBe('/work/Dockerfile');
    expect(target['tool-verify']!.contexts).toEqual({
      image: 'target:tool-checked',
      checks: './tool/verify',
    });
  });

  test('takes the .dockerignore of its Dockerfile along', () => {
    const text = 'FROM python:3\nONBUILD COPY . .\n';
    const ignoring = recipeOf(withDockerfile, { image: anything, custom: { ...alone, text, ignore: '*\n' } });
    const bake = bakeOne(ignoring);
    expect(bake.target['tool-checked']).toMatchObject({
      context: '/work',
      dockerfile: 'cwd://tool/checked/Dockerfile',
    });
    expect(bake.target['tool-checked']).not.toHaveProperty('dockerfile-inline');
    const files = workFiles([ignoring], bake, programs);
    expect([files['tool/checked/Dockerfile'], files['tool/checked/Dockerfile.dockerignore']]).toEqual([
      'FROM python:3\n\n',
      '*\n',
    ]);
    // Without ONBUILD the Dockerfile itself is built.
    const without = recipeOf(withDockerfile, { image: anything, custom: { ...alone, ignore: '*\n' } });
    expect(Object.keys(workFiles([without], bakeOne(without), programs)).join(' ')).not.toContain('checked');
  });

  test('is built once where it is not checked', () => {
    expect(Object.keys(bakeOne(withTriggers, { ...options, verify: [] }).target)).toEqual(['tool']);
  });

  test('is built without the cache for its checks, too, where its sources may have changed', () => {
    const { target } = bakeOne(withTriggers, { ...options, fresh: true });
    expect([target['tool'], target['tool-checked']].map((one) => one?.['no-cache'])).toEqual([true, true]);
  });
});

test('what users write is no template of bake’s', () => {
  const text = bakeText({ target: { a: { labels: { x: '${HOME} %{if} $HOME' } } } });
  expect(JSON.parse(text)).toEqual({ target: { a: { labels: { x: '$${HOME} %%{if} $HOME' } } } });
});
