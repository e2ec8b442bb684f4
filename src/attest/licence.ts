/**
 * The licence of a Python distribution as an SPDX expression. Not with `spdx-correct`, which guesses: it makes BSD-2-Clause
 * of "BSD", and an SBOM must not say what nobody wrote.
 */
import parse from 'spdx-expression-parse';

export interface Licence {
  /** An SPDX expression; absent where none is known. */
  readonly expression?: string;
  /** What the author wrote, where it is no expression. */
  readonly text?: string;
}

/** Spellings of the field `License` that stand for one licence, without case and the word at their end. */
const spellings: Readonly<Record<string, string>> = {
  'apache 2': 'Apache-2.0',
  'apache 2.0': 'Apache-2.0',
  'apache license 2.0': 'Apache-2.0',
  'apache license, version 2.0': 'Apache-2.0',
  'apache license version 2.0': 'Apache-2.0',
  'apache software license 2.0': 'Apache-2.0',
  'bsd 2-clause': 'BSD-2-Clause',
  '2-clause bsd': 'BSD-2-Clause',
  'simplified bsd': 'BSD-2-Clause',
  'bsd 3-clause': 'BSD-3-Clause',
  '3-clause bsd': 'BSD-3-Clause',
  'new bsd': 'BSD-3-Clause',
  'modified bsd': 'BSD-3-Clause',
  'mozilla public license 2.0': 'MPL-2.0',
  'mpl 2.0': 'MPL-2.0',
  'the mit': 'MIT',
  'the unlicense': 'Unlicense',
  expat: 'MIT',
};

/** Classifiers (the last part) that name one licence in one version. "BSD License" and "Apache Software License" do not. */
const classifiers: Readonly<Record<string, string>> = {
  'Academic Free License (AFL)': 'AFL-3.0',
  'Boost Software License 1.0 (BSL-1.0)': 'BSL-1.0',
  'CC0 1.0 Universal (CC0 1.0) Public Domain Dedication': 'CC0-1.0',
  'Eclipse Public License 1.0 (EPL-1.0)': 'EPL-1.0',
  'Eclipse Public License 2.0 (EPL-2.0)': 'EPL-2.0',
  'European Union Public Licence 1.2 (EUPL 1.2)': 'EUPL-1.2',
  'GNU Affero General Public License v3': 'AGPL-3.0-only',
  'GNU Affero General Public License v3 or later (AGPLv3+)': 'AGPL-3.0-or-later',
  'GNU General Public License v2 (GPLv2)': 'GPL-2.0-only',
  'GNU General Public License v2 or later (GPLv2+)': 'GPL-2.0-or-later',
  'GNU General Public License v3 (GPLv3)': 'GPL-3.0-only',
  'GNU General Public License v3 or later (GPLv3+)': 'GPL-3.0-or-later',
  'GNU Lesser General Public License v2 (LGPLv2)': 'LGPL-2.0-only',
  'GNU Lesser General Public License v2 or later (LGPLv2+)': 'LGPL-2.0-or-later',
  'GNU Lesser General Public License v3 (LGPLv3)': 'LGPL-3.0-only',
  'GNU Lesser General Public License v3 or later (LGPLv3+)': 'LGPL-3.0-or-later',
  'Historical Permission Notice and Disclaimer (HPND)': 'HPND',
  'ISC License (ISCL)': 'ISC',
  'MIT License': 'MIT',
  'MIT No Attribution License (MIT-0)': 'MIT-0',
  'Mozilla Public License 1.1 (MPL 1.1)': 'MPL-1.1',
  'Mozilla Public License 2.0 (MPL 2.0)': 'MPL-2.0',
  'Python Software Foundation License': 'PSF-2.0',
  'The Unlicense (Unlicense)': 'Unlicense',
  'Universal Permissive License (UPL)': 'UPL-1.0',
  'Zope Public License': 'ZPL-2.1',
  'zlib/libpng License': 'Zlib',
};

/** Longer texts are the licence itself, which some authors put there. */
const longest = 200;

/**
 * `License-Expression` (PEP 639) says it; else `License`, where it is an expression or a usual spelling; else a single
 * classifier, since of several nobody knows whether one may choose.
 */
export function licenceOf(metadata: {
  readonly expression?: string | undefined;
  readonly license?: string | undefined;
  readonly classifiers: readonly string[];
}): Licence {
  const { expression, license = '' } = metadata;
  if (expression !== undefined && isExpression(expression)) return { expression };
  const text = license.trim();
  const short = text.replace(/ licen[cs]e$/i, '');
  const named = [text, short].find(isExpression) ?? spellings[short.toLowerCase()];
  if (named !== undefined) return { expression: named };
  const said = metadata.classifiers
    .filter((one) => one.startsWith('License :: '))
    .map((one) => one.split(' :: ').at(-1)!)
    .filter((one) => one !== 'OSI Approved');
  const [only, ...more] = said;
  const classified = more.length === 0 && only !== undefined ? classifiers[only] : undefined;
  if (classified !== undefined) return { expression: classified };
  if (text !== '' && text !== 'UNKNOWN' && text.length <= longest && !text.includes('\n')) return { text };
  return said.length === 0 ? {} : { text: said.join(', ') };
}

export function isExpression(text: string): boolean {
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
}
