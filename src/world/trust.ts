import { readFile } from 'node:fs/promises';

/** Trusts a company's authority in this process. Ignores a missing or invalid file, which is reported with the inputs. */
export async function trustAlso(path: string): Promise<void> {
  const pem = await readFile(path, 'utf8').catch(() => undefined);
  if (pem === undefined) return;
  const { getCACertificates, setDefaultCACertificates } = await import('node:tls');
  try {
    setDefaultCACertificates([...getCACertificates('default'), pem]);
  } catch {
    // The run will end with the problem of this input before any connection.
  }
}
