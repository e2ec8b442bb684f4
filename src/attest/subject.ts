/** What an SBOM is of, and how both forms name it. */
import { PackageURL } from 'packageurl-js';
import type { Platform } from '../names/platform.ts';
import type { Digest } from '../names/reference.ts';
import type { Inventory } from './inventory.ts';

export interface SbomRequest {
  /** What the image is called in reports, such as `uvicorn`. */
  readonly name: string;
  readonly version?: string;
  readonly platform: Platform;
  /** Of the platform's manifest. */
  readonly digest: Digest;
  /** When the image was made, by itself: `2026-01-02T03:04:05Z`. No clock is read, so that the same image has the same bytes. */
  readonly created: string;
  /** The image that it stands on, as far as it is known. */
  readonly base?: { readonly name: string; readonly digest: Digest };
  readonly inventory: Inventory;
}

/** The image as a package URL. @param name of an image, with registry and tag or without. */
export function imagePurl(name: string, digest: Digest, platform?: Platform): string {
  const short = name.replace(/@.*$/, '').split('/').at(-1)!.replace(/:.*$/, '');
  const arch = platform?.split('/').slice(1).join('/');
  return new PackageURL(
    'oci',
    undefined,
    short,
    digest,
    arch === undefined ? undefined : { arch },
    undefined,
  ).toString();
}

/** Without credentials and a query, which may be one; undefined for a path of the machine that built. */
export function publicUrl(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url === undefined || !/^https?:$/.test(url.protocol) ? undefined : `${url.origin}${url.pathname}`;
}
