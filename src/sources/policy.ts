/** The policy that the inputs of every source give. */
import { defined } from '../defined.ts';
import type { ImageInputs, MakingInputs } from '../inputs/inputs.ts';
import type { Policy } from '../plan/policy.ts';
import type { Files } from '../ports.ts';

export const imagePolicy = (inputs: ImageInputs, files: Pick<Files, 'absolute'>): Policy => ({
  ...makingPolicy(inputs),
  target: inputs.push
    ? { kind: 'push' }
    : inputs.trial
      ? { kind: 'trial' }
      : { kind: 'layout', folder: files.absolute(inputs.output) },
  dryRun: inputs.dryRun,
  ...(inputs.deep ? { deep: true } : {}),
  ...defined({ unsigned: inputs.signing?.failure, baseSignature: inputs.baseSignature }),
});

/** Nothing is compiled or saved, and a tag follows its source. */
export const makingPolicy = (inputs: MakingInputs): Omit<Policy, 'target' | 'dryRun'> => ({
  rebuild: inputs.rebuild,
  overwrite: true,
  ...defined({ maxAge: inputs.maxAge }),
  verify: inputs.verify,
  verifyEnv: inputs.verifyEnv,
  compile: 'auto',
  wheelStore: { kind: 'off' },
  savesWheels: false,
  provenance: inputs.provenance,
  sbom: inputs.sbom,
});
