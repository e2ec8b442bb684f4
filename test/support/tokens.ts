/** A token service that a real registry trusts (distribution, "Token Authentication"). */
import { execFileSync } from 'node:child_process';
import { createHash, createPublicKey, sign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TokenServer {
  readonly realm: string;
  readonly service: string;
  readonly issuer: string;
  /** PEM of the certificate that a registry must trust. */
  readonly certificate: string;
  /** `GET anonymous repository:a/b:pull`, in order. */
  readonly requests: string[];
  /** Lifetime of tokens in seconds: in the answer, and in the token itself. */
  life: { said: number; true: number };
  readonly stop: () => Promise<void>;
}

export const tokenUser = { username: 'owner', password: 'secret' };
/** The identity token that the user exchanges for tokens. */
export const identityToken = 'long-lived';

/**
 * Anonymous users may pull from `public/…`. The user may pull from and push to `public/…` and `private/…`, and only pull
 * from `others/…`.
 */
const allowed = (user: string, name: string, action: string): boolean =>
  user === tokenUser.username
    ? /^(public|private)\//.test(name) || (action === 'pull' && name.startsWith('others/'))
    : action === 'pull' && name.startsWith('public/');

export async function startTokenServer(): Promise<TokenServer> {
  const { key, certificate } = makeKey();
  const requests: string[] = [];
  const life = { said: 300, true: 300 };
  const service = 'registry.test';
  const issuer = 'issuer.test';
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const url = new URL(request.url ?? '', 'http://token.test');
      const asked = request.method === 'POST' ? new URLSearchParams(body) : url.searchParams;
      const user = userOf(
        request.method === 'POST' ? asked.get('refresh_token') : undefined,
        request.headers.authorization,
      );
      const scopes = asked
        .getAll('scope')
        .flatMap((scope) => scope.split(' '))
        .filter(Boolean);
      requests.push([request.method, user ?? 'refused', ...scopes].join(' '));
      if (user === undefined || asked.get('service') !== service) {
        response.writeHead(401, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ errors: [{ code: 'UNAUTHORIZED', message: 'bad credentials' }] }));
        return;
      }
      const now = Math.floor(Date.now() / 1000);
      const access = scopes.map((scope) => {
        const [type, name, actions] = scope.split(':') as [string, string, string];
        return { type, name, actions: actions.split(',').filter((action) => allowed(user, name, action)) };
      });
      // A registry allows a minute of leeway, so a short lifetime needs all claims in the past.
      const claims = {
        iss: issuer,
        sub: user,
        aud: service,
        iat: now - 600,
        nbf: now - 600,
        exp: now + life.true,
        jti: String(requests.length),
        access,
      };
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ token: jwt(claims, key), expires_in: life.said }));
    });
  });
  server.listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as { port: number };
  const stop = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return { realm: `http://127.0.0.1:${port}/token`, service, issuer, certificate, requests, life, stop };
}

function userOf(refresh: string | null | undefined, authorization: string | undefined): string | undefined {
  if (refresh !== undefined) return refresh === identityToken ? tokenUser.username : undefined;
  if (authorization === undefined) return 'anonymous';
  const pair = Buffer.from(authorization.replace(/^Basic /, ''), 'base64').toString();
  return pair === `${tokenUser.username}:${tokenUser.password}` ? tokenUser.username : undefined;
}

function makeKey(): { readonly key: string; readonly certificate: string } {
  const folder = mkdtempSync(join(tmpdir(), 'token-key-'));
  try {
    const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
    const args =
      'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=issuer.test';
    execFileSync('openssl', [...args.split(' '), '-keyout', key, '-out', certificate], { stdio: 'ignore' });
    return { key: readFileSync(key, 'utf8'), certificate: readFileSync(certificate, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Signs with ES256. The key's identifier is docker-registry's: base32 of the public key's hash, in groups of four. */
function jwt(claims: object, key: string): string {
  const der = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const kid = base32(createHash('sha256').update(der).digest().subarray(0, 30)).match(/.{4}/g)!.join(':');
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ typ: 'JWT', alg: 'ES256', kid })}.${part(claims)}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits
    .match(/.{5}/g)!
    .map((five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[parseInt(five, 2)])
    .join('');
}
