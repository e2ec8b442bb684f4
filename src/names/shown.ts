/** How a user's text appears in a message. */

/** Longer values are cut: nobody reads on, and a log has better use for the room. */
const longest = 120;

/** Credentials are looked for in so many characters: far more than is shown, and no work for hostile text. */
const enough = 10_000;

/** Characters that a terminal or a log would act upon instead of showing: controls, line and direction marks. */
// oxlint-disable-next-line no-control-regex
const acting = /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/**
 * The text in double quotes on one line: line breaks and controls escaped as in JSON, at most 120 characters and
 * then "…", and what stands where a URL has its user and password replaced by "***".
 */
export function shown(text: string): string {
  const safe = text
    .slice(0, enough)
    .replace(/\/\/\S*@/g, '//***@')
    .replace(/(^|\s)[^\s/]+:\S*@/g, '$1***@');
  const cut = safe.length > longest ? `${safe.slice(0, longest)}…` : safe;
  return JSON.stringify(cut).replace(
    acting,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
