/** What a matrix is made of: packages, their versions, Pythons and bases, of a step or of a file. */
import type { PackageName } from '../names/package-name.ts';
import { parsePythonSelector, type PythonSelector } from '../names/python-selection.ts';
import { parseVersionSelectors, type VersionSelector } from '../names/version-selection.ts';
import { parseVariant } from './image.ts';
import { parsePackage } from './packages.ts';
import { type Many, parseEach, splitLines, splitList } from './splitting.ts';

export const parseMatrixPackages = (text: string): Many<PackageName[]> =>
  parseEach(splitList(text), parsePackage);

export function parseMatrixVersions(text: string): Many<VersionSelector[]> {
  const { value, messages } = parseEach(splitLines(text), parseVersionSelectors);
  return { value: value.flat(), messages };
}

export const parseMatrixPythons = (text: string): Many<PythonSelector[]> =>
  parseEach(
    splitLines(text)
      .flatMap((line) => line.split(','))
      .flatMap((part) => (/^\s*supported\b/i.test(part) ? [part.trim()] : part.split(/\s+/)))
      .filter(Boolean),
    parsePythonSelector,
  );

/** Variants as they are written, each once. */
export const parseMatrixBases = (text: string): Many<string[]> =>
  parseEach([...new Set(splitList(text))], (base) => {
    const variant = parseVariant(base);
    return variant.ok ? { ok: true, value: base } : variant;
  });
