/** What one layer of an image says of the software in it. JSON-safe: that of a base's layer is kept by its digest. */
import { readApk, readDpkg, readOsRelease, type System, type SystemPackage } from './databases.ts';
import {
  type Component,
  type Distribution,
  readMetadata,
  readRecord,
  readWheelDocument,
  type RecordedFile,
} from './distribution.ts';
import { compilersOf } from './elf-comment.ts';
import { layerEntries } from './layer-files.ts';

/** What a file says. */
export type Finding =
  | { readonly kind: 'debian' | 'alpine'; readonly packages: readonly SystemPackage[] }
  | { readonly kind: 'system'; readonly system: System }
  /** The version of a Python under that folder. */
  | { readonly kind: 'interpreter'; readonly version: string }
  | { readonly kind: 'distribution'; readonly distribution: Distribution }
  | { readonly kind: 'record'; readonly files: readonly RecordedFile[] }
  | { readonly kind: 'document'; readonly components: readonly Component[] }
  | { readonly kind: 'module'; readonly compilers: readonly string[] };

export interface LayerSurvey {
  /** By path, without `/` before it. */
  readonly found: Readonly<Record<string, Finding>>;
  /** Files and folders of layers below that this one removes. */
  readonly removed: readonly string[];
  /** Folders of which nothing of layers below is left. */
  readonly emptied: readonly string[];
}

/** Raised when a survey holds something else: one of an earlier form is made anew. */
export const surveyForm = 1;

interface Reader {
  readonly path: RegExp;
  readonly read: (content: Buffer) => Finding | undefined;
}

const text = (content: Buffer): string => content.toString('utf8');

const readers: readonly Reader[] = [
  {
    path: /^var\/lib\/dpkg\/(?:status|status\.d\/(?!.*\.md5sums$)[^/]+)$/,
    read: (content) => ({ kind: 'debian', packages: readDpkg(text(content)) }),
  },
  {
    path: /^(?:usr\/)?lib\/apk\/db\/installed$/,
    read: (content) => ({ kind: 'alpine', packages: readApk(text(content)) }),
  },
  {
    path: /^(?:etc|usr\/lib)\/os-release$/,
    read(content) {
      const system = readOsRelease(text(content));
      return system && { kind: 'system', system };
    },
  },
  {
    path: /\/include\/python3\.\d+t?\/patchlevel\.h$/,
    read(content) {
      const version = /^#define\s+PY_VERSION\s+"([^"+]+)/m.exec(text(content))?.[1];
      return version === undefined ? undefined : { kind: 'interpreter', version };
    },
  },
  {
    path: /\.(?:dist-info\/METADATA|egg-info\/PKG-INFO|egg-info)$/,
    read(content) {
      const distribution = readMetadata(text(content));
      return distribution && { kind: 'distribution', distribution };
    },
  },
  {
    path: /\.dist-info\/RECORD$/,
    read: (content) => ({ kind: 'record', files: readRecord(text(content)) }),
  },
  {
    path: /\.dist-info\/sboms\/.*\.json$/,
    read(content) {
      const components = readWheelDocument(text(content));
      return components && { kind: 'document', components };
    },
  },
  {
    path: /\/(?:site|dist)-packages\/.*\.so$/,
    read(content) {
      const compilers = compilersOf(content);
      return compilers.length === 0 ? undefined : { kind: 'module', compilers };
    },
  },
];

/** Bytes: a larger file is none of these, or not worth its memory. */
const largest = 256 << 20;

/**
 * Reads a layer to its end.
 *
 * @throws Error where it cannot be unpacked.
 */
export async function surveyLayer(
  chunks: AsyncIterable<Uint8Array>,
  mediaType: string,
): Promise<LayerSurvey> {
  const found: Record<string, Finding> = {};
  const removed: string[] = [];
  const emptied: string[] = [];
  const readerOf = (path: string) => readers.find((one) => one.path.test(path));
  const isWanted = (path: string, size: number): boolean => size <= largest && readerOf(path) !== undefined;
  for await (const { path, content } of layerEntries(chunks, mediaType, isWanted)) {
    // Image specification, "Whiteouts".
    const [, folder = '', name = ''] = /^(?:(.*)\/)?\.wh\.([^/]+)$/.exec(path) ?? [];
    if (name === '.wh..opq') emptied.push(folder);
    else if (name !== '') removed.push(folder === '' ? name : `${folder}/${name}`);
    const finding = content && readerOf(path)?.read(content);
    if (finding !== undefined) found[path] = finding;
    // What stands in the place of a file that said something says it no more.
    else if (readerOf(path) !== undefined) removed.push(path);
  }
  return { found, removed, emptied };
}

/** What the files of an image say: each layer is laid over those before it. */
export function overlay(layers: readonly LayerSurvey[]): ReadonlyMap<string, Finding> {
  const all = new Map<string, Finding>();
  for (const { found, removed, emptied } of layers) {
    const gone = new Set(removed);
    const empty = new Set(emptied);
    if (gone.size > 0 || empty.size > 0)
      for (const path of all.keys()) {
        const parents = foldersOf(path);
        if (gone.has(path) || parents.some((one) => gone.has(one) || empty.has(one))) all.delete(path);
      }
    for (const [path, finding] of Object.entries(found)) all.set(path, finding);
  }
  return all;
}

/** `a/b` and `a` of `a/b/c`, and the root. */
function foldersOf(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, index).join('/'));
}
