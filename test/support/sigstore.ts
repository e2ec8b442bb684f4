/**
 * A Sigstore instance of our own: the services of @sigstore/mock behind a real server, with a trust root that names them.
 * Rekor's mock logs what it is sent, as the only entry; the real one logs hashes of an envelope in its place, beside others,
 * and verifiers look for both.
 */
import { createHash, generateKeyPairSync, type KeyObject, sign, X509Certificate } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import {
  fulcioHandler,
  initializeCA,
  initializeCTLog,
  initializeTLog,
  initializeTSA,
  rekorHandler,
  tsaHandler,
} from '@sigstore/mock';
import type { Services } from '../../src/sign/services.ts';

/** Answers in place of a service: `hang` never does. */
export type Fault = 'hang' | { readonly status: number; readonly headers?: Readonly<Record<string, string>> };
type Service = 'token' | 'certificates' | 'log' | 'timestamps';

export interface TestSigstore {
  readonly services: Required<Services>;
  /** A trusted root, as JSON. */
  readonly trustedRoot: string;
  /** A signing config, as JSON. */
  readonly signingConfig: string;
  /** The variables of a job that has an OIDC token. */
  readonly env: Readonly<Record<string, string>>;
  /** Answers for the next requests of a service, one each; the last one is repeated with `always`. */
  readonly break: (service: Service, faults: readonly Fault[], always?: 'always') => void;
  readonly mend: () => void;
  /** Services that were asked, in order, since the last call. */
  readonly asked: () => readonly Service[];
  readonly stop: () => Promise<void>;
}

export const bearer = 'a-bearer-of-the-runner';
export const issuer = 'https://token.actions.githubusercontent.com';
const workflow = 'example/images/.github/workflows/images.yml@refs/heads/main';
export const identity = `https://github.com/${workflow}`;

const paths: Readonly<Record<string, Service>> = {
  '/token': 'token',
  '/api/v2/signingCert': 'certificates',
  '/api/v1/log/entries': 'log',
  '/api/v1/timestamp': 'timestamps',
};

const keys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const base64 = (bytes: Uint8Array | ArrayBufferView): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

export async function startSigstore(): Promise<TestSigstore> {
  const asked: Service[] = [];
  const faults = new Map<Service, { left: Fault[]; always: boolean }>();
  const ctKeys = keys();
  const ctLog = await initializeCTLog(ctKeys);
  const ca = await initializeCA(keys(), ctLog);
  const tsa = await initializeTSA(keys());
  const logKeys = keys();
  let handlers: Partial<Record<Service, (body: string) => Promise<Answer>>> = {};
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const service = paths[new URL(request.url ?? '', 'http://mock').pathname];
      if (service === undefined) return void response.writeHead(404).end();
      asked.push(service);
      const fault = nextFault(faults.get(service));
      if (fault === 'hang') return undefined;
      if (fault !== undefined) return void response.writeHead(fault.status, fault.headers).end();
      if (service === 'token') {
        const may = request.headers.authorization === `Bearer ${bearer}`;
        response.writeHead(may ? 200 : 401, { 'content-type': 'application/json' });
        return void response.end(JSON.stringify({ value: tokenOf() }));
      }
      void handlers[service]!(body).then(({ statusCode, response: text, contentType }) => {
        response.writeHead(statusCode, { 'content-type': contentType ?? 'text/plain' });
        response.end(
          typeof text === 'string' ? text : Buffer.from(text.buffer, text.byteOffset, text.byteLength),
        );
      });
    });
  });
  server.listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  const tLog = await initializeTLog(origin, logKeys);
  handlers = {
    certificates: fulcioHandler(ca, { subjectClaim: 'job_workflow_url' }).fn,
    log: async (body) => {
      const { response, ...answer } = await rekorHandler(tLog).fn(loggedOf(body));
      return {
        ...answer,
        response: besideAnother(response as string, new URL(origin).host, logKeys.privateKey),
      };
    },
    timestamps: (body) => untilReadable(() => tsaHandler(tsa).fn(body)),
  };
  const services = {
    certificates: origin,
    log: { url: origin, version: 1 },
    timestamps: origin,
  } as const satisfies Services;
  return {
    services,
    trustedRoot: trustedRootOf(origin, {
      log: logKeys.publicKey.export({ format: 'der', type: 'spki' }),
      ct: ctKeys.publicKey.export({ format: 'der', type: 'spki' }),
      certificates: [ca.rootCertificate],
      timestamps: [tsa.intCertificate, tsa.rootCertificate],
    }),
    signingConfig: signingConfigOf(origin),
    env: {
      ACTIONS_ID_TOKEN_REQUEST_URL: `${origin}/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'example/images',
      GITHUB_RUN_ID: '42',
      GITHUB_RUN_ATTEMPT: '2',
      GITHUB_WORKFLOW_REF: workflow,
      GITHUB_SHA: '0123456789012345678901234567890123456789',
      RUNNER_ENVIRONMENT: 'github-hosted',
    },
    break: (service, list, always) =>
      void faults.set(service, { left: [...list], always: always !== undefined }),
    mend: () => faults.clear(),
    asked: () => asked.splice(0),
    stop: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

interface Answer {
  readonly statusCode: number;
  readonly response: string | ArrayBufferView;
  readonly contentType?: string;
}

/** The verifier reads no time whose milliseconds end in a zero, which DER leaves out; real authorities give whole seconds. */
async function untilReadable(stamp: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    const answer = await stamp();
    const { response } = answer;
    const text = typeof response === 'string' ? response : Buffer.from(response.buffer).toString('latin1');
    if (!/\d{14}\.\d{1,2}Z/.test(text)) return answer;
  }
}

function nextFault(planned: { left: Fault[]; always: boolean } | undefined): Fault | undefined {
  if (planned === undefined) return undefined;
  return planned.always && planned.left.length === 1 ? planned.left[0] : planned.left.shift();
}

/** A token as GitHub gives one to a job; nobody here checks its signature. */
const tokenOf = (): string =>
  [
    { alg: 'RS256', typ: 'JWT' },
    {
      iss: issuer,
      sub: 'repo:example/images:ref:refs/heads/main',
      job_workflow_url: identity,
      job_workflow_ref: workflow,
      workflow_ref: workflow,
      repository: 'example/images',
      repository_visibility: 'public',
      ref: 'refs/heads/main',
      sha: '0123456789012345678901234567890123456789',
      run_id: '42',
      run_attempt: '2',
      runner_environment: 'github-hosted',
    },
    'signature-of-github',
  ]
    .map((part) => Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url'))
    .join('.');

/** What Rekor logs of an envelope (its type `dsse`, version 0.0.1). */
function loggedOf(body: string): string {
  const { proposedContent } = (JSON.parse(body) as { spec: Proposed }).spec;
  const envelope = JSON.parse(proposedContent.envelope) as {
    readonly payload: string;
    readonly signatures: readonly { readonly sig: string }[];
  };
  // In lines of 64 characters, however it was sent.
  const certificate = new X509Certificate(
    Buffer.from(proposedContent.verifiers[0] ?? '', 'base64'),
  ).toString();
  const hash = (bytes: Uint8Array) => ({ algorithm: 'sha256', value: sha256(bytes).toString('hex') });
  return JSON.stringify({
    apiVersion: '0.0.1',
    kind: 'dsse',
    spec: {
      envelopeHash: hash(Buffer.from(proposedContent.envelope)),
      payloadHash: hash(Buffer.from(envelope.payload, 'base64')),
      signatures: envelope.signatures.map(({ sig }) => ({
        signature: sig,
        verifier: Buffer.from(certificate).toString('base64'),
      })),
    },
  });
}
interface Proposed {
  readonly proposedContent: { readonly envelope: string; readonly verifiers: readonly string[] };
}

interface Entry {
  readonly body: string;
  readonly logID: string;
  readonly verification: { readonly inclusionProof: unknown };
}

/** The answer with a proof that the entry is the second one of two (RFC 6962, "Merkle Audit Paths"). */
function besideAnother(answer: string, host: string, key: KeyObject): string {
  const [[id, entry] = ['', undefined]] = Object.entries(JSON.parse(answer) as Record<string, Entry>);
  if (entry === undefined) return answer;
  const leaf = (body: Uint8Array): Buffer => sha256(Buffer.concat([Buffer.of(0), body]));
  const before = leaf(Buffer.from('another entry'));
  const root = sha256(Buffer.concat([Buffer.of(1), before, leaf(Buffer.from(entry.body, 'base64'))]));
  const note = `${host} - 1\n2\n${root.toString('base64')}\n`;
  const hint = Buffer.from(entry.logID, 'hex').subarray(0, 4);
  const signature = Buffer.concat([hint, sign('sha256', Buffer.from(note), key)]).toString('base64');
  const inclusionProof = {
    logIndex: 1,
    treeSize: 2,
    rootHash: root.toString('hex'),
    hashes: [before.toString('hex')],
    checkpoint: `${note}\n\u2014 ${host} ${signature}\n`,
  };
  return JSON.stringify({ [id]: { ...entry, verification: { ...entry.verification, inclusionProof } } });
}

interface Roots {
  readonly log: Uint8Array;
  readonly ct: Uint8Array;
  readonly certificates: readonly ArrayBufferView[];
  readonly timestamps: readonly ArrayBufferView[];
}

function trustedRootOf(origin: string, { log, ct, certificates, timestamps }: Roots): string {
  const validFor = { start: '2020-01-01T00:00:00Z' };
  const logOf = (key: Uint8Array) => ({
    baseUrl: origin,
    hashAlgorithm: 'SHA2_256',
    publicKey: { rawBytes: base64(key), keyDetails: 'PKIX_ECDSA_P256_SHA_256', validFor },
    logId: { keyId: base64(sha256(key)) },
  });
  const authorityOf = (chain: readonly ArrayBufferView[]) => ({
    subject: { organization: 'sigstore.mock', commonName: 'sigstore' },
    uri: origin,
    certChain: { certificates: chain.map((certificate) => ({ rawBytes: base64(certificate) })) },
    validFor,
  });
  return JSON.stringify({
    mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    tlogs: [logOf(log)],
    certificateAuthorities: [authorityOf(certificates)],
    ctlogs: [logOf(ct)],
    timestampAuthorities: [authorityOf(timestamps)],
  });
}

function signingConfigOf(url: string): string {
  const service = { url, majorApiVersion: 1, validFor: { start: '2020-01-01T00:00:00Z' }, operator: 'mock' };
  return JSON.stringify({
    mediaType: 'application/vnd.dev.sigstore.signingconfig.v0.2+json',
    caUrls: [service],
    rekorTlogUrls: [service],
    rekorTlogConfig: { selector: 'ANY' },
    tsaUrls: [service],
    tsaConfig: { selector: 'ANY' },
  });
}
