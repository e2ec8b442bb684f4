/** Writes measurements as the files of `bench/results`, one a part. All figures of a part are of one run. */
import { type Cell, cells, compiledCells, compilings, forks, moves } from './cells.ts';
import { bytesText, median, middle, secondsText } from './figures.ts';
import type { PlanFigures } from './plan.ts';
import { ratioLine, type Row, stepText, tableLine } from './row.ts';
import {
  type CellResult,
  type Figures,
  moveText,
  rowOfAttest,
  rowOfObserving,
  rowsOfAdvisories,
  rowsOfTrust,
  rowOfRebased,
  rowOfRuntime,
  rowOfStartup,
  rowOfTree,
  rowsOfCatalogue,
  rowsOfCell,
  rowsOfCompiled,
  rowsOfLayers,
  rowsOfPlan,
  rowsOfFork,
  rowsOfProject,
  rowsOfShard,
  rowsOfUnchanged,
  rowsOfYear,
  subjectText,
} from './rows.ts';
import type { Built } from './sides.ts';
import type { FetchedUv } from './uv.ts';
import type { Year } from './year.ts';

export interface Results extends Figures {
  readonly uv: FetchedUv | undefined;
  /** Date, command, machine and versions, name to text. */
  readonly about: Readonly<Record<string, string>>;
}

export interface Part {
  /** The name of its file, without the extension. */
  readonly name: string;
  readonly title: string;
  /** A description of the baseline. */
  readonly against: string;
  /** Names for `--only`; the file is written when all of them were measured. */
  readonly members: readonly string[];
  readonly rows: (figures: Figures) => Row[];
  readonly details?: (results: Results) => string[];
}

const newEachTime =
  'Each run has a builder that has built nothing yet, an empty registry to push to and an empty cache folder; starting the builder is not measured.';

const partOfImages = (name: string, title: string, its: readonly Cell[]): Part => {
  const of = (results: Figures): readonly CellResult[] =>
    results.cells.filter(({ cell }) => its.includes(cell));
  return {
    name,
    title,
    against: `Against \`bench/baseline.Dockerfile\`: everything on the target platform, emulated where it is foreign, and not verified. ${newEachTime} Bytes pulled are what the registry of the base images answered.`,
    members: its.map((cell) => cell.name),
    rows: (figures) => of(figures).flatMap(rowsOfCell),
    details: (results) => [
      ...uvText({ ...results, cells: of(results) }),
      ...of(results).flatMap(({ cell, ours: [first] }) => whereTimeWent(subjectText(cell), first, 0.2)),
    ],
  };
};

export const parts: readonly Part[] = [
  partOfImages('images', 'Images', cells),
  partOfImages('compiled-images', 'Images of what is compiled', compiledCells),
  {
    name: 'compiled',
    title: 'Requirements without a wheel',
    against:
      'Against this program compiling under emulation (`compile: emulate`). Builder, registry and cache folder are new for each requirement. First comes the emulated run, then the one that cross-compiles and keeps the wheel, then one that takes it: the bases are there already for the later two, and nothing else is. *The requirement* is what its line of the report says: making the environment of its build requirements and compiling it, or asking for the saved wheel and fetching it.',
    members: compilings.map(({ name }) => name),
    rows: (figures) => figures.compiled.flatMap(rowsOfCompiled),
  },
  {
    name: 'forks',
    title: 'Dockerfiles that run pip',
    against:
      'Against a plain `docker buildx build --push` of the same Dockerfile, `bench/fork.Dockerfile`, in the same run: pip runs on the target platform, emulated where it is foreign, and nothing is verified. Ours offers it wheels that were cross-compiled, the first time or kept by the run before, and verifies all platforms. Every run has a new builder.',
    members: forks.map(({ name }) => name),
    rows: (figures) => figures.forks.flatMap(rowsOfFork),
    details: (figures) =>
      figures.forks.flatMap(({ fork, runs: { first } }) => whereTimeWent(subjectText(fork), first[0], 0.2)),
  },
  {
    name: 'runtime',
    title: 'Packages of the distribution',
    against:
      'Against apt running on the platform itself, under emulation, in the same Dockerfile. Ours resolves and downloads on the build machine; emulated is only unpacking and configuring. Base images are pulled before, and nothing else is. apk is left to the platform: under emulation it took 2.1 s for a package on two platforms, and preparing it 3.5 s.',
    members: ['runtime'],
    rows: ({ runtime }) => (runtime === undefined ? [] : [rowOfRuntime(runtime)]),
  },
  {
    name: 'unchanged',
    title: 'Nothing changed',
    against:
      'Against the Dockerfile of the images, built and pushed once more by a builder that has everything in its cache. Both sides have published before, from and to one registry, whose log counts the requests. The local index serves the wheels of this image from loopback. Where the cache is kept, it is as the run before left it: uv then asks the index again for the page of the package itself, and for others once they are older than the index allows. Where it is empty, it holds uv and nothing else.',
    members: ['unchanged'],
    rows: ({ unchanged }) => (unchanged === undefined ? [] : rowsOfUnchanged(unchanged)),
    details: ({ unchanged }) =>
      (unchanged?.ways ?? []).flatMap(({ way, runs }) =>
        whereTimeWent(`unchanged, ${way.name}`, middle(runs), 0.02),
      ),
  },
  {
    name: 'rebase',
    title: 'The base moved',
    against:
      'Against this program building again (`rebuild: always`). Before each run the image is published on the old base with a new builder, cache folder and registry, which know nothing of the base that it moves to. That one is the old one with another label: no layer of it is new, so that neither side has one to pull.',
    members: moves.map(({ name }) => name),
    rows: ({ rebased }) => rebased.map(rowOfRebased),
    details: ({ rebased }) =>
      rebased.flatMap((one) => [
        ...whereTimeWent(moveText(one), middle(one.rebase), 0.05),
        ...whereTimeWent(`${moveText(one)}: its baseline`, middle(one.rebuild), 0.05),
      ]),
  },
  {
    name: 'tree',
    title: 'A tree of which one leaf changed',
    against:
      'Against this program making all images of the tree in the same run: one image, three that stand on it, and the others on these, each with a small package that pip installs, all verified. The tree is published, a file of a leaf is changed and committed, and `tree --changed HEAD~1` makes what changed. Both have a new builder and cache folder, as jobs do.',
    members: ['tree'],
    rows: (figures) => (figures.tree === undefined ? [] : [rowOfTree(figures.tree)]),
    details: (figures) => whereTimeWent('tree, changed', middle(figures.tree?.changed ?? []), 0.2),
  },
  {
    name: 'project',
    title: 'The scripts of a project',
    against:
      'Against a plain `docker buildx build --push` for each script: `FROM` the slim base, `COPY`, and `RUN pip install`, emulated where the platform is foreign, and not verified. *Each built apart* is the sum over builds that have a new builder each, as the jobs of a matrix do. *In turn on one builder* is the sum with one builder for all, where every build after the first finds all but its last step in the cache. Ours makes one image more, the one that the others stand on, and verifies all. Starting a builder is not measured.',
    members: ['project'],
    rows: ({ project }) => (project === undefined ? [] : rowsOfProject(project)),
    details: ({ project }) => whereTimeWent('project', middle(project?.together ?? []), 0.2),
  },
  {
    name: 'layers',
    title: 'An image in several layers',
    against:
      "The same image with `layers: auto`, against `layers: one`. Each is built, pulled by two engines, built again with one small requirement moved, and pulled again: the bytes are what the registry answered then. *Docker's own store* (graph drivers) pulls all that is above a layer which changed, *containerd's* only that layer. Then the base moves, to the old one with another label, and the image is put onto it. Builder, registry and cache folder are new for each side; requirements come from the package index. Nothing is verified, so that only what layers change is measured.",
    members: ['layers'],
    rows: (figures) => (figures.layers === undefined ? [] : rowsOfLayers(figures.layers)),
    details: ({ layers }) => [
      ...whereTimeWent('several layers, first build', layers?.auto[0]?.first, 0.2),
      ...whereTimeWent('one layer, first build', layers?.one[0]?.first, 0.2),
    ],
  },
  {
    name: 'observe',
    title: 'Many images looked up',
    against:
      'Against asking for one manifest after the other, of a registry on loopback, where waiting costs next to nothing.',
    members: ['observe'],
    rows: ({ observing }) => (observing === undefined ? [] : [rowOfObserving(observing)]),
  },
  {
    name: 'attest',
    title: 'An image signed, and its provenance attested',
    against:
      'Against the whole run that keeps the image. The services of signatures are on loopback, where waiting costs next to nothing; the libraries are loaded for this one image.',
    members: ['attest'],
    rows: ({ attest }) => (attest === undefined ? [] : [rowOfAttest(attest)]),
  },
  {
    name: 'trust',
    title: 'SBOMs and a signature beside an image',
    against:
      'Against the same program with `sbom: false` and `sign: false` in the same run. *With* is both forms of SBOM and a signature by a key. The image is built, its base moves by a label, which leaves all layers as they are, and then nothing changes. *Described* is the step of the first build that reads all layers and writes the documents, a platform; no run has read the base before.',
    members: ['trust'],
    rows: ({ trust }) => (trust === undefined ? [] : rowsOfTrust(trust)),
    details: ({ trust }) =>
      whereTimeWent('put onto a new base, with', middle(trust?.rebased.with ?? []), 0.1),
  },
  {
    name: 'advisories',
    title: 'Advisories looked up',
    against:
      'Against asking about one package after the other, of a service on loopback, where waiting costs next to nothing. The records of a hundred advisories are read in both, by a request each: a later run has them kept.',
    members: ['advisories'],
    rows: ({ advisories }) => (advisories === undefined ? [] : rowsOfAdvisories(advisories)),
  },
  {
    name: 'plan',
    title: 'A plan of which nothing is stale',
    against:
      'One run of `plan` that keeps all images. Its time is against as many plans of one image, one after the other; with a registry that answers each request 50 ms later, against the one without. *Empty cache*: the cache folder holds uv and nothing else; *kept cache*: it is as a first plan left it. Requests are counted by proxies in front of the registry and the index, and stand against one an image, one a base, one a package of the index, and one that asks how the registry authenticates; metadata of releases, which the resolver fetches once it needs them, are in the table below. Memory is that of the process of the plan, without its resolvers, and stands against the target. Registry, resolver and program are real. The index is made up, and images and bases are stand-ins: indexes with the annotations that a build of this program writes, by its own code, without the content.',
    members: ['plan'],
    rows: ({ plan = [] }) => {
      const alone = median(plan[0]?.cold.map(({ seconds }) => seconds) ?? []);
      return plan.flatMap((one) => rowsOfPlan(one, alone));
    },
    details: ({ plan = [] }) => planTable(plan),
  },
  {
    name: 'shard',
    title: 'A job of ten images',
    against:
      'Against ten jobs of one image each, their times added: `build --cells` with all that a plan wants, and with each alone. Both build on the real engine, verify, and push to a registry. Every job has a new builder, cache folder and registry; starting the builder is not measured, nor is what else a job of GitHub takes to begin.',
    members: ['shard'],
    rows: (figures) => (figures.shard === undefined ? [] : rowsOfShard(figures.shard)),
    details: (figures) => whereTimeWent('ten images', middle(figures.shard?.together ?? []), 1),
  },
  {
    name: 'year',
    title: 'A year of a thousand images',
    against:
      'Against building everything every week, as a plain matrix does. A plan is made each week, with bases and releases that move as `bench/year.json` says, which is made up. The plans are runs of the program against a real registry and an index on loopback; the cache folder is kept from week to week, and nothing is counted of the first plan, which wants all. *No image is built here*: what a plan wants is published as a stand-in that the next plan reads, as in the part `plan`, and the bytes and requests of an image are those of `bench/cells.ts`, measured in other parts, the same for both sides. Requests of ours are counted for the plans, and reckoned for what was made.',
    members: ['year'],
    rows: (figures) => (figures.year === undefined ? [] : rowsOfYear(figures.year)),
    details: (figures) => (figures.year === undefined ? [] : yearTable(figures.year)),
  },
  {
    name: 'startup',
    title: 'Start-up',
    against: 'Against `node -e 0`.',
    members: ['startup'],
    rows: ({ startups }) => startups.map(rowOfStartup),
  },
  {
    name: 'catalogue',
    title: 'A page of all images',
    against:
      'The size is against that of the same images as JSON, the search against the same page with every row laid out in place of those that are seen. A search ends when a headless Chromium has painted; what it shows may be all images again.',
    members: ['catalogue'],
    rows: ({ catalogue }) => (catalogue === undefined ? [] : rowsOfCatalogue(catalogue)),
  },
];

/** Whether all of a part was measured; only then its file may be replaced. */
export const isWhole = ({ members }: Part, measured: ReadonlySet<string>): boolean =>
  members.every((name) => measured.has(name));

export const resultsText = (part: Part, results: Results): string =>
  [
    `# ${part.title}`,
    '',
    `Written by \`npm run bench\`. ${part.against}`,
    '',
    ...Object.entries(results.about).map(([name, text]) => `- ${name}: ${text}`),
    '',
    '| what | figure | ours | baseline | ratio | target | |',
    '| --- | --- | ---: | ---: | ---: | ---: | --- |',
    ...part.rows(results).map(tableLine),
    '',
    ...(part.details?.(results) ?? []),
  ].join('\n');

/** The ratios, for the terminal. */
export const ratiosText = (results: Figures): string =>
  parts.flatMap(({ rows }) => rows(results).map(ratioLine)).join('');

function uvText({ uv, cells }: Results): string[] {
  if (uv?.seconds === undefined || cells.length === 0) return [];
  const { seconds } = uv;
  const withIt = cells.map(({ cell, ours, baseline }) => {
    const ratio =
      (median(ours.map((one) => one.seconds)) + seconds) / median(baseline.map((one) => one.seconds));
    return `${cell.name} ${ratio.toFixed(2)}`;
  });
  return [
    `uv ${uv.version} is fetched once a machine, before anything is measured: ${secondsText(seconds)}. Where every job has a new machine and none has uv, the ratios of wall time are at most: ${withIt.join(', ')}.`,
    '',
  ];
}

function planTable(plan: readonly PlanFigures[]): string[] {
  const hows = [
    ['cold', 'empty'],
    ['warm', 'kept'],
    ['coldLate', 'empty, 50 ms later'],
    ['warmLate', 'kept, 50 ms later'],
  ] as const;
  return [
    '## What was asked, of whom',
    '',
    'Of the last run of each kind. *Tags*: requests for tags that move, like `…-LATEST`, of which each image is asked for its own.',
    '',
    '| images | cache | seconds | resolvers | images | tags | bases | other | pages | metadata | memory |',
    '| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...plan.flatMap((one) =>
      hows.flatMap(([key, how]) => {
        const run = one[key].at(-1);
        if (run === undefined) return [];
        const { seconds, memory, resolvers, images, tags, bases, others, pages, metadata } = run;
        const counts = [resolvers, images, tags, bases, others, pages, metadata].join(' | ');
        return [`| ${one.size.cells} | ${how} | ${seconds.toFixed(2)} | ${counts} | ${bytesText(memory)} |`];
      }),
    ),
    '',
  ];
}

const yearTable = ({ first, weeks }: Year): string[] => [
  '## Week by week',
  '',
  `A plan took ${secondsText(median(weeks.map(({ seconds }) => seconds)))} in the middle and ${secondsText(Math.max(...weeks.map(({ seconds }) => seconds)))} at most, with ${bytesText(Math.max(...weeks.map(({ memory }) => memory)))} of memory at most. Week 0 is the first plan.`,
  '',
  '| week | seconds | built | rebased | only tags | kept | to the registry | to the index | resolvers |',
  '| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
  ...[first, ...weeks].map(
    (one, week) =>
      `| ${week} | ${one.seconds.toFixed(1)} | ${one.built} | ${one.rebased} | ${one.retagged} | ${one.kept} | ${one.registry} | ${one.index} | ${one.resolvers} |`,
  ),
  '',
];

/** @param least seconds from which on a step is shown. */
function whereTimeWent(
  what: string,
  run: Pick<Built, 'seconds' | 'started' | 'timeline'> | undefined,
  least: number,
): string[] {
  if (run === undefined || run.timeline.length === 0) return [];
  return [
    `## Where our time went: ${what}`,
    '',
    `Steps of ${secondsText(least)} and more of one run that took ${secondsText(run.seconds)}, from the start of the process; many run beside each other.`,
    '',
    '| begins | takes | station | step |',
    '| ---: | ---: | --- | --- |',
    ...run.timeline
      .filter(({ seconds }) => seconds >= least)
      .toSorted((one, other) => one.start - other.start)
      .map(
        (span) =>
          `| ${((span.start - run.started) / 1000).toFixed(2)} s | ${secondsText(span.seconds)} | ${span.section} | ${stepText(span)} |`,
      ),
    '',
  ];
}
