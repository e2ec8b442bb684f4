/** A proxy in front of a registry that stops at a chosen request, calls `act`, and then stays open or shuts. */
import { type ClientRequest, type IncomingMessage, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Stop {
  /** Matches `PUT /v2/app/manifests/1 application/…`: method, path without query and upload, type of the body. */
  readonly at: RegExp;
  /** Least bytes of the body. */
  readonly size?: number;
  /** Which of the matching requests; the first by default. */
  readonly nth?: number;
  /** Before the request, after half of the body, or before the answer. */
  readonly when: 'asked' | 'midway' | 'answered';
  /** `open` lets all requests pass; `shut` cuts off this one, all unanswered ones and all later ones. */
  readonly act: () => 'open' | 'shut' | Promise<'open' | 'shut'>;
}

export interface Gate {
  /** `127.0.0.1:PORT`. */
  readonly host: string;
  /** Lets all requests pass, up to the stop if there is one. */
  readonly open: (stop?: Stop) => void;
  readonly close: () => Promise<void>;
}

/** @param upstream `host:port` of a registry without TLS. */
export async function startGate(upstream: string): Promise<Gate> {
  let stop: Stop | undefined;
  let [matched, isShut] = [0, false];

  /** The stop, if it is for this request. */
  const stopAt = (line: string, size: number): Stop | undefined => {
    if (stop === undefined || !stop.at.test(line) || size < (stop.size ?? 0)) return undefined;
    matched += 1;
    return matched === (stop.nth ?? 1) ? stop : undefined;
  };
  /** Waits at a stop. Gives whether the gate is open afterwards. */
  const isOpen = async (here: Stop | undefined): Promise<boolean> => {
    if (here !== undefined && (await here.act()) === 'shut') isShut = true;
    return !isShut;
  };

  const server = createServer(async (asked, answer) => {
    const { method, url = '', headers } = asked;
    const path = url.replace(/\?.*$/, '').replace(/(?<=\/uploads\/).*$/, '');
    const line = [method, path, headers['content-type']].filter(Boolean).join(' ');
    const here = stopAt(line, Number(headers['content-length'] ?? 0));
    const at = (when: Stop['when']) => (here?.when === when ? here : undefined);
    const cut = (): void => void asked.socket.resetAndDestroy();
    if (!(await isOpen(at('asked')))) {
      cut();
      return;
    }
    const onwards = request(`http://${upstream}${url}`, { method, headers, agent: false });
    onwards.on('error', cut);
    onwards.on('response', async (got) => {
      if (await isOpen(at('answered'))) {
        answer.writeHead(got.statusCode ?? 502, got.headers);
        got.pipe(answer);
      } else cut();
    });
    // The registry must get nothing more from a client that is gone.
    answer.on('close', () => onwards.destroy());
    if (at('midway')) half(asked, onwards, async () => (await isOpen(here)) || (cut(), false));
    else asked.pipe(onwards);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    open(next) {
      stop = next;
      [matched, isShut] = [0, false];
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** Sends half of a body, and the other half if the gate is open. */
function half(asked: IncomingMessage, onwards: ClientRequest, goesOn: () => Promise<boolean>): void {
  let left = Number(asked.headers['content-length']) >> 1;
  const take = async (chunk: Buffer): Promise<void> => {
    onwards.write(chunk.subarray(0, left));
    left -= chunk.length;
    if (left > 0) return;
    asked.off('data', take).pause();
    if (!(await goesOn())) return;
    if (left < 0) onwards.write(chunk.subarray(left));
    asked.pipe(onwards);
  };
  asked.on('data', take);
}
