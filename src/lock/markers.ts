import type { MarkerEnvironment } from '../names/marker.ts';
import { machineOf, type Platform } from '../names/platform.ts';
import { minorOf } from '../names/python-version.ts';

/**
 * The environment of PEP 508 for CPython on this platform. `platform_release` and `platform_version` are the kernel's, and
 * empty, since an image may run on any kernel.
 *
 * @param python the full version, `3.13.9`.
 */
export function markerEnvironment(platform: Platform, python: string): MarkerEnvironment {
  return {
    os_name: 'posix',
    sys_platform: 'linux',
    platform_system: 'Linux',
    platform_machine: machineOf(platform),
    platform_release: '',
    platform_version: '',
    platform_python_implementation: 'CPython',
    implementation_name: 'cpython',
    implementation_version: python,
    python_full_version: python,
    python_version: minorOf(python),
    extra: '',
    extras: [],
    dependency_groups: [],
  };
}
