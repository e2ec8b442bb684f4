import { readFile } from 'node:fs/promises';

/** Waits at most five seconds until a process has ended. A zombie (Z) has ended too. */
export async function gone(pid: number): Promise<boolean> {
  for (let waited = 0; waited < 5000; waited += 20) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
    if (stat === undefined || /\) Z /.test(stat)) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}
