/** The inputs that say how an image is built: paths, secrets, indexes, builder, attestations. */
import { type Parsed, parsed, refused } from '../errors.ts';
import type { BuildSecret } from '../names/build-secret.ts';
import { parseRegistry, parseRepository } from '../names/image-name.ts';
import { shown } from '../names/shown.ts';
import { nearest } from '../names/nearest.ts';
import { sbomForms } from '../plan/sbom.ts';
import { type Many, parseEach, splitLines } from './splitting.ts';

/** Where a command runs. A relative path of the action must not leave the workspace. */
export type Where = 'action' | 'cli';

/** Steps that a relative path goes above where it starts: `a/../../b` is 1. */
function climb(path: string): number {
  let depth = 0;
  let above = 0;
  for (const part of path.split('/')) {
    if (part === '..') depth -= 1;
    else if (part !== '' && part !== '.') depth += 1;
    above = Math.max(above, -depth);
  }
  return above;
}

/**
 * Parses a path of a file or a folder. Refuses what a shell, a bake file or buildx's comma-separated options would
 * read as more than a path. A runner takes absolute paths too: other actions' files are outside the workspace.
 */
export function parsePath(text: string, where: Where): Parsed<string> {
  if (/^[a-z][a-z0-9+.-]*:\/\/|^git@|^(?:docker-image|oci-layout|target):/i.test(text)) {
    return refused(`${shown(text)} is a URL: give a path on this machine, and check out or download first.`);
  }
  if (/["$\\`,:]/.test(text)) {
    return refused(
      `${shown(text)} is not a path that can be used: it must not have ", $, \\, \`, a comma or a colon.`,
    );
  }
  if (text.startsWith('-'))
    return refused(`${shown(text)} would be read as an option: write it as "./${text}".`);
  if (text.length > 4000 || text.split('/').some((part) => Buffer.byteLength(part) > 255)) {
    return refused(
      `${shown(text)} is too long: a file's name has at most 255 bytes and a path 4,000 characters.`,
    );
  }
  if (where === 'action' && !text.startsWith('/') && climb(text) > 0) {
    return refused(`${shown(text)} leaves the workspace: give a path within it, or an absolute one.`);
  }
  return parsed(text);
}

/** Parses the folder of the OCI layout. It must hold nothing else, since its content is replaced. */
export function parseOutput(text: string, where: Where): Parsed<string> {
  const path = parsePath(text, where);
  if (path.ok && text.split('/').every((part) => part === '' || part === '.' || part === '..')) {
    return refused(
      `${shown(text)} is a folder that holds other things: give the image one of its own, like "./image".`,
    );
  }
  return path;
}

/**
 * Parses the secrets of the build, one a line in buildx's syntax. Lines that are wrong are not shown: what stands in them
 * may be the secret itself.
 */
export function parseSecrets(text: string, where: Where): Many<readonly BuildSecret[]> {
  const { value, messages } = parseEach(splitLines(text), (line, place) => {
    const secret = parseSecret(line, where);
    return secret.ok ? secret : refused(`entry ${place} ${secret.message}`);
  });
  const ids = value.map(({ id }) => id);
  const twice = new Set(ids.filter((id, index) => ids.indexOf(id) < index));
  return {
    value,
    messages: [...messages, ...[...twice].map((id) => `the id "${id}" is there more than once: keep one.`)],
  };
}

/** An id alone is the variable of that name, as in buildx. */
function parseSecret(line: string, where: Where): Parsed<BuildSecret> {
  const rule =
    'a secret is "id=NAME,src=PATH" or "id=NAME,env=VARIABLE", and its value is only in that file or variable';
  const fields = new Map<string, string>();
  for (const part of line.split(',')) {
    const at = part.indexOf('=');
    const key = part.slice(0, Math.max(at, 0)).trim();
    if (!['id', 'src', 'source', 'env', 'type'].includes(key) || fields.has(key)) {
      return refused(`is not what buildx takes: ${rule}.`);
    }
    fields.set(key, part.slice(at + 1).trim());
  }
  const id = fields.get('id') ?? '';
  if (!/^[a-z0-9_][a-z0-9._-]{0,127}$/i.test(id)) {
    return refused(`has no right id: ${rule}; NAME has letters, digits, ".", "_" and "-".`);
  }
  const source = fields.get('src') ?? fields.get('source');
  const name = fields.get('env') ?? (source === undefined ? id : undefined);
  const type = fields.get('type') ?? (source === undefined ? 'env' : 'file');
  if ((source === undefined) === (name === undefined) || type !== (source === undefined ? 'env' : 'file')) {
    return refused(`(id "${id}") has not just one source: ${rule}.`);
  }
  if (source !== undefined) {
    const path = source === '' ? refused('') : parsePath(source, where);
    return path.ok
      ? parsed({ id, from: { kind: 'file', path: path.value } })
      : refused(`(id "${id}") has no path that can be used: ${rule}.`);
  }
  if (name === undefined || !/^[a-z_][a-z0-9_]*$/i.test(name)) {
    return refused(
      `(id "${id}") names no environment variable: ${rule}; VARIABLE has letters, digits and "_".`,
    );
  }
  return parsed({ id, from: { kind: 'variable', name } });
}

/** Parses the URL of a simple index. Never shown beyond its host: people put tokens into such URLs. */
export function parseIndexUrl(text: string): Parsed<string> {
  const example = 'like "https://packages.example.com/simple"';
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol) || url.hostname === '') {
    return refused(`it is not the URL of an index: give one with https:// or http://, ${example}.`);
  }
  if (url.username !== '' || url.password !== '' || /^[^/]*\/\/[^/?#]*@/.test(text)) {
    return refused(
      `the URL for ${shown(url.host)} has a user or a password in it, which would be kept in the image's history: give the URL without them, and the credentials through secrets.`,
    );
  }
  if (/[?#]/.test(text))
    return refused(
      `the URL for ${shown(url.host)} has a query or a fragment: give its path alone, ${example}.`,
    );
  if (text.length > 2000 || !/^https?:\/\/[a-z0-9.:[\]-]+(?:\/[\w.~%+:@=-]*)*$/i.test(text)) {
    return refused(`the URL for ${shown(url.host)} has characters that a URL must write as %XX: ${example}.`);
  }
  return parsed(text);
}

/** Parses where the official Python images are pulled from: a registry, and the path under which they are there. */
export function parseBaseRegistry(text: string): Parsed<string> {
  const trimmed = text.replace(/\/+$/, '');
  const at = trimmed.indexOf('/');
  if (at === -1 || trimmed.includes('://')) return parseRegistry(trimmed);
  const repository = parseRepository(trimmed.slice(0, at), trimmed.slice(at + 1), trimmed);
  if (!repository.ok) return repository;
  const { registry } = repository.value;
  return parsed(`${registry}/${trimmed.slice(at + 1).toLowerCase()}`);
}

export function parseBuilder(text: string): Parsed<string> {
  if (/^[a-z0-9][a-z0-9._-]{0,127}$/i.test(text)) return parsed(text);
  return refused(
    `${shown(text)} is not the name of a builder: it has letters, digits, ".", "_" and "-". "docker buildx ls" lists those that there are.`,
  );
}

const provenanceKeys = [
  'mode',
  'builder-id',
  'disabled',
  'filename',
  'inline-only',
  'reproducible',
  'version',
];
const sbomKeys = ['generator', 'disabled'];
const sbomWords = ['spdx', 'cyclonedx', 'both', 'true', 'false'];

/** Parses `true`, `false`, or `key=value,…` as buildx takes it. */
function parseAttestation(text: string, keys: readonly string[], example: string): Parsed<string> {
  if (/^(?:true|false)$/i.test(text)) return parsed(text.toLowerCase());
  const rule = `it is "true", "false" or like "${example}"`;
  for (const part of text.split(',')) {
    const [, key = '', value = ''] = /^([^=]*)=([\w.:/@+-]+)$/.exec(part) ?? [];
    if (key === 'mode' && !['min', 'max'].includes(value))
      return refused(`${shown(text)} has a mode that does not exist: ${rule}.`);
    if (!keys.includes(key)) {
      const near = nearest(key, keys);
      return refused(
        `${shown(text)} is not taken by buildx: ${rule}.${near === undefined ? '' : ` Did you mean "${near}"?`}`,
      );
    }
  }
  return parsed(text);
}

export const parseProvenance = (text: string): Parsed<string> =>
  parseAttestation(text, provenanceKeys, 'mode=max');

/** Parses the SBOM: forms of this program's own, or what buildx takes; `true` stands for `spdx`. */
export function parseSbom(text: string): Parsed<string> {
  const word = text.toLowerCase();
  if (word === 'true') return parsed('spdx');
  if (word === 'false' || sbomForms(word).length > 0) return parsed(word);
  const near = text.includes('=') ? undefined : nearest(word, sbomWords);
  if (text.includes('=')) return parseAttestation(text, sbomKeys, 'generator=IMAGE');
  return refused(
    `${shown(text)} is no form of an SBOM: it is "spdx", "cyclonedx", "both", "true" (which is "spdx"), "false", or "generator=IMAGE" for a scanner of buildx.${near === undefined ? '' : ` Did you mean "${near}"?`}`,
  );
}

export function parseUvVersion(text: string): Parsed<string> {
  if (/^(?:0|[1-9]\d{0,4})(?:\.(?:0|[1-9]\d{0,4})){2}$/.test(text)) return parsed(text);
  return refused(`${shown(text)} is not a release of uv: give all three numbers, like "0.9.5", or nothing.`);
}
