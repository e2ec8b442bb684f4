/** A registry behind a gate: at a chosen request the gate stops, calls out, and then goes on or shuts. */
import { type ClientRequest, type IncomingMessage, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Stop {
  /** Of a request's line and the type of what it sends, `PUT /v2/app/manifests/1 application/…`, without query and upload. */
  readonly at: RegExp;
  /** Bytes that its body has at least. */
  readonly size?: number;
  /** Of those that match: the first, 1, when not given. */
  readonly nth?: number;
  /** What the registry has got by then: nothing, half of the body, or all, but nobody its answer. */
  readonly when: 'asked' | 'midway' | 'answered';
  /** `open` lets this request and all others go on; `shut` cuts off this one and all that are not answered or come later. */
  readonly act: () => 'open' | 'shut' | Promise<'open' | 'shut'>;
}

export interface Gate {
  /** `127.0.0.1:PORT`. */
  readonly host: string;
  /** Lets everything through, up to a stop where one is given. */
  readonly open: (stop?: Stop) => void;
  readonly close: () => Promise<void>;
}

/** @param upstream `host:port` of a registry that is spoken to in plain HTTP. */
export async function startGate(upstream: string): Promise<Gate> {
  let stop: Stop | undefined;
  let [matched, isShut] = [0, false];

  /** The stop, where this request is the one that it is for. */
  const stopAt = (line: string, size: number): Stop | undefined => {
    if (stop === undefined || !stop.at.test(line) || size < (stop.size ?? 0)) return undefined;
    matched += 1;
    return matched === (stop.nth ?? 1) ? stop : undefined;
  };
  /** Waits at the stop, where there is one. */
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
    // Of a client that is gone nothing more is to arrive.
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

/** Sends half of a body, and the other half where it may go on. */
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
