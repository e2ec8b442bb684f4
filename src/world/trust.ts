/** Certificates that this process trusts besides those that Node brings. */
import { readFile } from 'node:fs/promises';

/** Trusts a company's own authority for every connection from now on. Does nothing where the file is not there or is no such file: that is said with all else. */
export async function trustAlso(path: string): Promise<void> {
  const pem = await readFile(path, 'utf8').catch(() => undefined);
  if (pem === undefined) return;
  const { getCACertificates, setDefaultCACertificates } = await import('node:tls');
  try {
    setDefaultCACertificates([...getCACertificates('default'), pem]);
  } catch {
    // It is refused as a whole, and the run will not come to ask anybody.
  }
}
