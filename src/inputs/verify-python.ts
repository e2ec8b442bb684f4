/** The input that names the Python to check an image with. */
import { type Parsed, parsed, refused } from '../errors.ts';
import { shown } from '../names/shown.ts';

/** With `#!` before it and ` -B` behind it, it must fit into the 127 bytes that every kernel reads of a script's first line. */
const longest = 122;

export function parseVerifyPython(text: string): Parsed<string> {
  if (!text.startsWith('/') || /[\s\0]/.test(text) || text.endsWith('/')) {
    return refused(
      `${shown(text)} is not the path of a Python in the image: give the whole of it, without blanks, like "/opt/venv/bin/python".`,
    );
  }
  if (Buffer.byteLength(text) > longest) {
    return refused(
      `${shown(text)} is too long: a path that a script can be started with has at most ${longest} bytes. Give that of a link to it.`,
    );
  }
  return parsed(text);
}
