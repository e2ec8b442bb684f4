/** Installs QEMU's handlers, but only where something must run emulated and no handler is registered. */
import { type Platform, qemuOf } from '../names/platform.ts';
import type { World } from '../ports.ts';

/** Where the kernel lists its handlers of foreign executables. */
const handlers = '/proc/sys/fs/binfmt_misc';

/** Other platforms whose programs a processor runs without emulation. */
const alsoNative: Readonly<Partial<Record<Platform, readonly Platform[]>>> = { 'linux/amd64': ['linux/386'] };

/** Whether a platform's programs need emulation on a machine of another. */
export const isForeign = (platform: Platform, machine: Platform): boolean =>
  platform !== machine && alsoNative[machine]?.includes(platform) !== true;

/**
 * Makes foreign platforms executable, as far as that can be done: a builder may bring its own emulation, so that only the
 * build shows whether they are.
 *
 * @param foreign what is emulated on this machine.
 */
export async function requireEmulation(
  world: World,
  env: Readonly<Record<string, string>>,
  foreign: readonly Platform[],
): Promise<void> {
  const registered = await world.files.list(handlers);
  const missing = foreign.filter((platform) => !registered.includes(qemuOf(platform)));
  if (missing.length === 0) return;
  const architectures = [...new Set(missing.map((platform) => qemuOf(platform).replace('qemu-', '')))];
  world.log.info(`Installing QEMU's handlers for ${missing.join(', ')}`);
  const ran = await world.run({
    program: 'docker',
    args: ['run', '--privileged', '--rm', 'tonistiigi/binfmt', '--install', architectures.join(',')],
    env,
  });
  if (ran.code !== 0) {
    world.log.warn(
      `QEMU's handlers for ${missing.join(', ')} could not be installed; if the builder cannot run these platforms, install the package qemu-user-static (Debian, Ubuntu) and run again. ${ran.stderr.trim().split('\n').at(-1) ?? ''}`,
    );
  }
}
