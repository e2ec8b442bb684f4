/** Certificates that this process trusts besides those that Node brings. */
import { readFile } from 'node:fs/promises';

/** Trusts a company's own authority for every connection from now on. Does nothing when the file is not there. */
export async function trustAlso(path: string): Promise<void> {
  const pem = await readFile(path, 'utf8').catch(() => undefined);
  if (pem === undefined) return;
  const { getCACertificates, setDefaultCACertificates } = await import('node:tls');
  setDefaultCACertificates([...getCACertificates('default'), pem]);
}
