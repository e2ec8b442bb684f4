/** Checks the files and variables that inputs name before anything is built, and reports all problems together. */
import { X509Certificate } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { canonical } from '../canonical.ts';
import { Failure, gather, type Problem } from '../errors.ts';
import type { ImageInputs, Inputs } from '../inputs/inputs.ts';
import type { RunInputs } from '../inputs/run.ts';
import { shown } from '../names/shown.ts';
import type { World } from '../ports.ts';

type Named = Pick<ImageInputs, 'secrets' | 'caBundle'> &
  Partial<Pick<ImageInputs, 'baseSignature' | 'signing'>> &
  Partial<Pick<Inputs, 'push' | 'output' | 'dockerfile' | 'buildPath'>> &
  Partial<Pick<RunInputs, 'envFiles'>>;

/** @throws Failure (station `input`). */
export async function requireFiles(world: World, inputs: Named): Promise<void> {
  const problems: Problem[] = [];
  const say = (about: string, message: string): void =>
    void problems.push({ station: 'input', about, message });
  for (const { id, from } of inputs.secrets) {
    if (from.kind === 'variable' && world.env[from.name] === undefined) {
      say('secrets', `The secret "${id}" is not there: the environment variable "${from.name}" is not set.`);
    }
    if (from.kind === 'file' && (await kindOf(from.path)) !== 'file') {
      say('secrets', `The secret "${id}" is not there: there is no file "${from.path}".`);
    }
  }
  for (const path of inputs.envFiles ?? []) {
    if ((await kindOf(path)) !== 'file') say('env_from', `There is no file ${shown(path)} of variables.`);
  }
  for (const [name, path] of [
    ['signing_config', inputs.signing?.config],
    ['trusted_root', inputs.baseSignature?.trustedRoot],
  ] as const) {
    if (path !== undefined && (await kindOf(path)) !== 'file')
      say(name, `There is no file ${shown(path)}. ${name} is the path of a file.`);
  }
  if (inputs.dockerfile !== undefined && (await kindOf(inputs.dockerfile)) === 'folder') {
    say('dockerfile', `"${inputs.dockerfile}" is a folder: dockerfile is the path of a file in it.`);
  }
  if (
    inputs.dockerfile !== undefined &&
    inputs.buildPath !== undefined &&
    (await kindOf(inputs.buildPath)) !== 'folder'
  ) {
    say('docker_build_path', `There is no folder "${inputs.buildPath}" to build from.`);
  }
  if (inputs.push === false && inputs.output !== undefined && (await kindOf(inputs.output)) === 'file') {
    say('output', `"${inputs.output}" is a file: the image is written as an OCI layout into a folder.`);
  }
  const untrusted = inputs.caBundle === undefined ? undefined : await caBundleProblem(world, inputs.caBundle);
  if (untrusted !== undefined) problems.push(untrusted);
  if (problems.length > 0) throw new Failure(problems);
}

/** The same of several images. @throws Failure with what is missing, each once. */
export async function requireAllFiles(world: World, images: readonly Inputs[]): Promise<void> {
  const different = new Map(
    images.map((one) => [
      canonical([
        one.secrets,
        one.caBundle,
        one.dockerfile,
        one.buildPath,
        one.signing?.config,
        one.baseSignature?.trustedRoot,
      ]),
      one,
    ]),
  );
  await gather([...different.values()].map((one) => requireFiles(world, one)));
}

export async function caBundleProblem(world: World, path: string): Promise<Problem | undefined> {
  const wrong = (message: string): Problem => ({ station: 'input', about: 'ca_bundle', message });
  if ((await kindOf(path)) === 'folder')
    return wrong(`"${path}" is a folder. ca_bundle is the path of a PEM file.`);
  const pem = await world.files.read(path);
  if (pem === undefined) return wrong(`There is no file "${path}". ca_bundle is the path of a PEM file.`);
  const certificates = pem.match(/-----BEGIN CERTIFICATE-----.*?(?:-----END CERTIFICATE-----|$)/gs) ?? [];
  if (certificates.length === 0)
    return wrong(`"${path}" holds no certificate in PEM form ("-----BEGIN CERTIFICATE-----").`);
  const broken = certificates.findIndex((certificate) => !isCertificate(certificate));
  if (broken < 0) return undefined;
  return wrong(
    `"${path}": certificate ${broken + 1} of ${certificates.length} cannot be read. Copy the file anew.`,
  );
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}

async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found === undefined ? undefined : found.isDirectory() ? 'folder' : 'file';
}
