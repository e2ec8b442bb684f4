/** The plan of a package of the index: one image, for one Python on one base. */
import { defined } from '../../defined.ts';
import type { Inputs } from '../../inputs/inputs.ts';
import { indexesOf } from '../../names/extra-index.ts';
import { type Image, type ImageId, onlyImage, type Subject, wantedPlatforms } from '../../plan/image.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Policy } from '../../plan/policy.ts';
import type { Files } from '../../ports.ts';
import { packageArguments } from './arguments.ts';
import { imagePolicy } from '../policy.ts';
import type { Cell } from './cell.ts';
import { requirementLines } from './requirement-lines.ts';

/** The plan until the index answers, for a report of a run that ends before. */
export const unknownPlan = (inputs: Inputs, policy: Policy): Plan => ({
  images: [],
  policy,
  skipped: [
    {
      id: onlyImage,
      subject: subjectOf(
        inputs,
        inputs.packageVersion.kind === 'latest' ? 'latest' : inputs.packageVersion.text,
      ),
      repository: inputs.repositories[0],
    },
  ],
});

export const packagePlan = (cell: Cell, inputs: Inputs, policy: Policy): Plan => ({
  images: [imageOf(cell, inputs)],
  policy,
  skipped: [],
});

export const subjectOf = (inputs: Inputs, version: string): Subject => ({
  kind: 'package',
  name: inputs.package.text,
  version,
  python: inputs.python.text,
});

export function imageOf(cell: Cell, inputs: Inputs, id: ImageId = onlyImage): Image {
  const { package: asked, version, python, base } = cell;
  const packages = {
    distribution: asked.name,
    requirements: requirementLines(cell, inputs),
    python,
    base: { publish: base.publish, build: base.build },
    buildPackages: inputs.buildPackages,
    buildConstraints: inputs.buildConstraints,
    ...defined({ ...indexesOf(inputs), uvVersion: inputs.uvVersion, cooldown: inputs.cooldown }),
  };
  return {
    id,
    parents: [],
    subject: subjectOf(inputs, version.text),
    version,
    repositories: cell.repositories,
    tags: cell.tags,
    ...wantedPlatforms(cell.platforms, inputs.optionalPlatforms),
    ...defined({ part: inputs.part }),
    content:
      inputs.dockerfile === undefined
        ? {
            kind: 'packages',
            packages,
            runtimePackages: inputs.runtimePackages,
            ...defined({ command: inputs.command, user: inputs.user }),
            ...(inputs.layers === 'auto' ? { layers: inputs.layers } : {}),
          }
        : {
            kind: 'dockerfile',
            path: inputs.dockerfile,
            context: inputs.buildPath,
            arguments: { ...packageArguments(cell, inputs.maintainer), ...inputs.buildArgs },
            packages,
            ...(inputs.accelerate ? { accelerate: true as const } : {}),
            parents: {},
          },
    checks: {
      extras: asked.extras,
      skip: inputs.verifySkip,
      ...defined({ command: inputs.verifyCommand, python: inputs.verifyPython }),
    },
    // Images have carried these labels from the start: users may rely on their names.
    labels: {
      python: python.text,
      package: asked.text,
      ...(inputs.maintainer === '' ? {} : { maintainer: inputs.maintainer }),
    },
    given: { labels: inputs.labels, annotations: inputs.annotations },
  };
}

export const policyOf = (inputs: Inputs, files: Pick<Files, 'absolute'>): Policy => ({
  ...imagePolicy(inputs, files),
  overwrite: inputs.overwrite,
  compile: inputs.compile,
  wheelStore: inputs.wheelStore,
  savesWheels: inputs.savesWheels,
  ...defined({ advisories: advisoriesOf(inputs) }),
});

function advisoriesOf({ advisories: { mode, ...rest } }: Inputs): Policy['advisories'] {
  return mode === 'off' ? undefined : { mode, ...rest };
}
