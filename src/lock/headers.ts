/**
 * The values of a header of METADATA or WHEEL, in their order (core metadata, "File format"). What follows the headers is
 * the description, whose lines may look the same.
 *
 * @param name in any case.
 */
export function headerValues(text: string, name: string): string[] {
  const [headers = ''] = text.replaceAll('\r\n', '\n').trimStart().split('\n\n', 1);
  return [...headers.matchAll(new RegExp(`^${name}:[ \\t]*(.*)$`, 'gim'))].map(([, value = '']) =>
    value.trim(),
  );
}
