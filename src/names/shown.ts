const longest = 120;

/** Characters in which credentials are searched for: more than is shown, and few enough to be fast on hostile text. */
const searched = 10_000;

/** Characters that a terminal or a log acts upon: controls, line and direction marks. */
// oxlint-disable-next-line no-control-regex
const controls = /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/**
 * The text in double quotes on one line. Line breaks and controls are escaped as in JSON, everything after 120 characters
 * is cut to "…", and user and password of a URL become "***".
 */
export function shown(text: string): string {
  const safe = text
    .slice(0, searched)
    .replace(/\/\/\S*@/g, '//***@')
    // What a digest follows is no user with a password, but a registry with its port.
    .replace(/(^|\s)[^\s/]+:\S*@(?!sha256:)/g, '$1***@');
  const cut = safe.length > longest ? `${safe.slice(0, longest)}…` : safe;
  return JSON.stringify(cut).replace(
    controls,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
