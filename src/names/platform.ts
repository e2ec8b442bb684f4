import { type Parsed, parsed, refused } from '../errors.ts';
import { shown } from './shown.ts';

interface Row {
  readonly platform: string;
  /** `platform_machine` (PEP 508) and `uname -m`. */
  readonly machine: string;
  /** BuildKit's TARGETARCH and TARGETVARIANT, joined: in names of folders and stages. */
  readonly key: string;
  /** Debian's multiarch triple, which is also in the name of sysconfig's data. */
  readonly triple: string;
  /** Name of the QEMU user handler, under /proc/sys/fs/binfmt_misc. */
  readonly qemu: string;
}

const rows = [
  {
    platform: 'linux/amd64',
    machine: 'x86_64',
    key: 'amd64',
    triple: 'x86_64-linux-gnu',
    qemu: 'qemu-x86_64',
  },
  {
    platform: 'linux/arm64',
    machine: 'aarch64',
    key: 'arm64',
    triple: 'aarch64-linux-gnu',
    qemu: 'qemu-aarch64',
  },
  {
    platform: 'linux/arm/v7',
    machine: 'armv7l',
    key: 'armv7',
    triple: 'arm-linux-gnueabihf',
    qemu: 'qemu-arm',
  },
  {
    platform: 'linux/arm/v6',
    machine: 'armv6l',
    key: 'armv6',
    triple: 'arm-linux-gnueabihf',
    qemu: 'qemu-arm',
  },
  {
    platform: 'linux/arm/v5',
    machine: 'armv5tel',
    key: 'armv5',
    triple: 'arm-linux-gnueabi',
    qemu: 'qemu-arm',
  },
  { platform: 'linux/386', machine: 'i686', key: '386', triple: 'i386-linux-gnu', qemu: 'qemu-i386' },
  {
    platform: 'linux/ppc64le',
    machine: 'ppc64le',
    key: 'ppc64le',
    triple: 'powerpc64le-linux-gnu',
    qemu: 'qemu-ppc64le',
  },
  {
    platform: 'linux/riscv64',
    machine: 'riscv64',
    key: 'riscv64',
    triple: 'riscv64-linux-gnu',
    qemu: 'qemu-riscv64',
  },
  { platform: 'linux/s390x', machine: 's390x', key: 's390x', triple: 's390x-linux-gnu', qemu: 'qemu-s390x' },
] as const satisfies readonly Row[];

export type Platform = (typeof rows)[number]['platform'];

const byPlatform: ReadonlyMap<string, Row & { readonly platform: Platform }> = new Map(
  rows.map((row) => [row.platform, row]),
);

export const platforms: readonly Platform[] = rows.map((row) => row.platform);

const spellings: Readonly<Record<string, Platform>> = {
  'linux/arm64/v8': 'linux/arm64',
  'linux/aarch64': 'linux/arm64',
  'linux/x86_64': 'linux/amd64',
  'linux/arm': 'linux/arm/v7',
  'linux/i386': 'linux/386',
};

export function parsePlatform(text: string): Parsed<Platform> {
  const row = byPlatform.get(spellings[text] ?? text);
  if (row !== undefined) return parsed(row.platform);
  return refused(
    `platform ${shown(text)} is not one that the official Python images are made for. Take some of: ${platforms.join(', ')}.`,
  );
}

const rowOf = (platform: Platform): Row => byPlatform.get(platform)!;
export const machineOf = (platform: Platform): string => rowOf(platform).machine;
export const keyOf = (platform: Platform): string => rowOf(platform).key;
export const tripleOf = (platform: Platform): string => rowOf(platform).triple;
export const qemuOf = (platform: Platform): string => rowOf(platform).qemu;

/** The platform of a descriptor in an index; undefined for one without an official Python image. */
export function platformOfDescriptor(descriptor: {
  readonly os: string;
  readonly architecture: string;
  readonly variant?: string;
}): Platform | undefined {
  const parts = [descriptor.os, descriptor.architecture, ...(descriptor.variant ? [descriptor.variant] : [])];
  const text = parts.join('/');
  return byPlatform.get(spellings[text] ?? text)?.platform;
}
