/**
 * What can be said of options of `docker run` without a daemon. Docker would say it too, but only when the image is built.
 * By hand: docker's grammars are in Go alone (go-connections/nat, docker/cli opts).
 */
import { isIP } from 'node:net';
import { type Parsed, parsed, refused } from '../errors.ts';
import { shown } from '../names/shown.ts';

/** First and last port; undefined for what is no port, and no range of such. */
function portsOf(text: string, least: number): readonly [first: number, last: number] | undefined {
  const [, from = '', to = from] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text) ?? [];
  const [first, last] = [Number(from), Number(to)];
  return from !== '' && first >= least && first <= last && last <= 65_535 ? [first, last] : undefined;
}

/** Parses `[[IP:][PORT]:]PORT[/PROTOCOL]`, where each port may be a range. The form `target=…,published=…` is left to docker. */
export function parsePublish(text: string): Parsed<string> {
  if (text.includes('=')) return parsed(text);
  const wrong = (what: string): Parsed<never> =>
    refused(`${shown(text)} ${what}: write [[IP:]PORT:]PORT[/PROTOCOL], like "8000:80".`);
  const [, address, host = '', inside = '', protocol = ''] =
    /^(?:(?:(.*):)?([^:]*):)?([^:/]*)(?:\/(.*))?$/s.exec(text) ?? [];
  if (address !== undefined && address !== '' && isIP(address.replace(/^\[(.*)\]$/, '$1')) === 0)
    return wrong('does not begin with the IP of an interface of this machine');
  const container = portsOf(inside, 1);
  if (container === undefined) return wrong('names no port of the container, which is 1 to 65535');
  // Of 0, docker chooses a port.
  const own = host === '' ? undefined : portsOf(host, 0);
  if (host !== '' && own === undefined) return wrong('names no port of this machine, which is 0 to 65535');
  const counts = [own ?? container, container].map(([first, last]) => last - first);
  // One port of the container may be on any of a range.
  if (counts[0] !== counts[1] && counts[1] !== 0) return wrong('has two ranges that are not equally long');
  if (!/^(?:tcp|udp|sctp)?$/i.test(protocol)) return wrong('has a protocol that is not tcp, udp or sctp');
  return parsed(text);
}

/** Parses `NAME` or `NAME=VALUE`. It is never shown, since it may be a secret. */
export const parseVariable = (text: string, place: number): Parsed<string> =>
  /^[^=]/.test(text)
    ? parsed(text)
    : refused(
        `entry ${place} has no name: write NAME=VALUE, or NAME alone for the value of this environment.`,
      );

/** Parses a mount as far as that it says where in the container it is. */
export const parseMount = (text: string): Parsed<string> =>
  /(?:^|,)\s*"?(?:target|dst|destination)=./i.test(text)
    ? parsed(text)
    : refused(
        `${shown(text)} does not say where in the container it is: write fields with commas, like "type=tmpfs,dst=/cache".`,
      );

/** Parses `PATH`, or `SOURCE:PATH[:OPTIONS]`. */
export function parseVolume(text: string): Parsed<string> {
  const [source = '', target = source] = text.split(':');
  return target.startsWith('/')
    ? parsed(text)
    : refused(`${shown(text)} names no absolute path in the container: write it like "./data:/data:ro".`);
}

export const parseWorkdir = (text: string): Parsed<string> =>
  text.startsWith('/')
    ? parsed(text)
    : refused(`${shown(text)} is not an absolute path of the container, like "/data".`);
