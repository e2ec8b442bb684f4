import { describe, expect, it } from 'vitest';
import {
  keyOf,
  machineOf,
  parsePlatform,
  platformOfDescriptor,
  platforms,
  qemuOf,
  tripleOf,
} from '../../src/names/platform.ts';

describe('parsePlatform', () => {
  it.each(platforms.map((platform) => [platform]))('%s', (platform) => {
    expect(parsePlatform(platform)).toEqual({ ok: true, value: platform });
  });

  it.each([
    ['linux/arm64/v8', 'linux/arm64'],
    ['linux/aarch64', 'linux/arm64'],
    ['linux/x86_64', 'linux/amd64'],
    ['linux/arm', 'linux/arm/v7'],
    ['linux/i386', 'linux/386'],
  ])('%s is %s', (text, value) => {
    expect(parsePlatform(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['nothing', '', '""'],
    ['one that has no image', 'linux/mips64le', '"linux/mips64le"'],
    ['another system', 'windows/amd64', '"windows/amd64"'],
    ['an architecture alone', 'amd64', '"amd64"'],
    ['capitals', 'Linux/amd64', '"Linux/amd64"'],
    ['a property of every object', 'constructor', '"constructor"'],
    ['two', 'linux/amd64\nlinux/arm64', '"linux/amd64\\nlinux/arm64"'],
    ['300 characters', 'a'.repeat(300), `"${'a'.repeat(120)}…"`],
  ])('refuses %s', (_, text, shown) => {
    expect(parsePlatform(text)).toEqual({
      ok: false,
      message: `platform ${shown} is not one that the official Python images are made for. Take some of: linux/amd64, linux/arm64, linux/arm/v7, linux/arm/v6, linux/arm/v5, linux/386, linux/ppc64le, linux/riscv64, linux/s390x.`,
    });
  });
});

describe('names of a platform in other programs', () => {
  it.each([
    ['linux/amd64', 'x86_64', 'amd64', 'x86_64-linux-gnu', 'qemu-x86_64'],
    ['linux/arm64', 'aarch64', 'arm64', 'aarch64-linux-gnu', 'qemu-aarch64'],
    ['linux/arm/v7', 'armv7l', 'armv7', 'arm-linux-gnueabihf', 'qemu-arm'],
    ['linux/386', 'i686', '386', 'i386-linux-gnu', 'qemu-i386'],
  ] as const)('%s', (platform, ...expected) => {
    expect([machineOf(platform), keyOf(platform), tripleOf(platform), qemuOf(platform)]).toEqual(expected);
  });
});

describe('platformOfDescriptor', () => {
  it.each([
    ['without a variant', { os: 'linux', architecture: 'amd64' }, 'linux/amd64'],
    ['with one', { os: 'linux', architecture: 'arm', variant: 'v7' }, 'linux/arm/v7'],
    [
      'with one that goes without saying',
      { os: 'linux', architecture: 'arm64', variant: 'v8' },
      'linux/arm64',
    ],
    ['an attestation', { os: 'unknown', architecture: 'unknown' }, undefined],
  ])('%s', (_, descriptor, expected) => {
    expect(platformOfDescriptor(descriptor)).toBe(expected);
  });
});
