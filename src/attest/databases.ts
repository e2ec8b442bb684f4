/** Reads the package databases of distributions, and which distribution it is. */
import { defined } from '../defined.ts';

/** A package that a distribution's package manager installed. */
export interface SystemPackage {
  readonly name: string;
  readonly version: string;
  readonly architecture: string;
  /** The source package that it was built of, where that has another name. */
  readonly source?: string;
  /** As the database has it; only Alpine's has one. */
  readonly licence?: string;
}

/** Paragraphs of `Field: value`, as dpkg writes them (deb-control(5)); lines that go on a field are left out. */
function paragraphs(text: string, separator: RegExp, field: RegExp): Map<string, string>[] {
  return text.split(separator).map(
    (paragraph) =>
      new Map(
        paragraph.split('\n').flatMap((line): [string, string][] => {
          const [, key, value = ''] = field.exec(line) ?? [];
          return key === undefined ? [] : [[key, value.trim()]];
        }),
      ),
  );
}

/**
 * dpkg's `status`, or a file of `status.d`, which distroless images have in its place: those name no state. A package that
 * was removed and left its configuration is none.
 */
export function readDpkg(text: string): SystemPackage[] {
  return paragraphs(text, /\n{2,}/, /^([A-Z][\w-]*):(.*)$/).flatMap((fields) => {
    const [name, version] = [fields.get('Package'), fields.get('Version')];
    const isInstalled = fields.get('Status')?.endsWith(' installed') ?? true;
    if (name === undefined || version === undefined || !isInstalled) return [];
    const source = fields.get('Source')?.replace(/ \(.*\)$/, '');
    return [{ name, version, architecture: fields.get('Architecture') ?? '', ...defined({ source }) }];
  });
}

/** apk's `installed` (https://wiki.alpinelinux.org/wiki/Apk_spec, "Installed Database V2"). */
export function readApk(text: string): SystemPackage[] {
  return paragraphs(text, /\n{2,}/, /^([A-Za-z]):(.*)$/).flatMap((fields) => {
    const [name, version] = [fields.get('P'), fields.get('V')];
    if (name === undefined || version === undefined) return [];
    const origin = fields.get('o');
    const source = origin === name ? undefined : origin;
    const licence = fields.get('L');
    return [{ name, version, architecture: fields.get('A') ?? '', ...defined({ source, licence }) }];
  });
}

export interface System {
  /** `debian`, `alpine`. */
  readonly id: string;
  /** Empty of a rolling release. */
  readonly version: string;
  readonly name: string;
}

/** os-release(5). */
export function readOsRelease(text: string): System | undefined {
  const fields = new Map(
    text.split('\n').flatMap((line): [string, string][] => {
      const [, key, value = ''] = /^([A-Z_]+)=(.*)$/.exec(line.trim()) ?? [];
      return key === undefined ? [] : [[key, value.replace(/^(["'])(.*)\1$/, '$2')]];
    }),
  );
  const id = fields.get('ID');
  return id === undefined || id === ''
    ? undefined
    : { id, version: fields.get('VERSION_ID') ?? '', name: fields.get('PRETTY_NAME') ?? id };
}
