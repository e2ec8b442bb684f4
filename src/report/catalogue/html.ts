/** Text as HTML. */
import { oneLine } from '../escape.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Longer texts are cut: what an image says of itself may be a book. */
const longest = 300;

/** Escaped for the content of an element and for a quoted attribute, on one line. */
export function html(text: string): string {
  const line = Array.from(oneLine(text));
  const shown = line.length > longest ? `${line.slice(0, longest).join('')}…` : line.join('');
  return shown.replaceAll(/[&<>"']/g, (one) => entities[one]!);
}
