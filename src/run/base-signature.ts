/** Looks whether the base of an image is signed by whom it must be. */
import { defined } from '../defined.ts';
import { Failure } from '../errors.ts';
import { once, onceFor } from '../once.ts';
import type { ObservedBase } from '../observe/observe.ts';
import type { BaseSignature } from '../plan/policy.ts';
import { type ImageRun, note } from '../recipe/image-run.ts';
import type { Session } from '../session/session.ts';
import { checkBundles } from '../sign/check-signatures.ts';
import { identityText } from '../sign/identity.ts';
import { predicateTypes } from '../sign/statement.ts';
import { readTrust } from '../sign/trust.ts';

/** @throws Failure where a signature is required, and there is none that counts. */
export async function requireBaseSignature(run: ImageRun, base: ObservedBase): Promise<void> {
  const { baseSignature: wanted } = run.policy;
  if (wanted === undefined) return;
  const why = await unsignedBase(run.session, base, wanted).catch((error: unknown) => {
    if (!(error instanceof Failure) || wanted.otherwise !== 'warn') throw error;
    return `Whether the base ${base.reference} is signed is not known: ${error.message}`;
  });
  if (why === undefined) return;
  if (wanted.otherwise === 'warn') return note(run, `base_signature: ${why}`);
  const message = `${why} base_signature is "require": take a base that is signed, or "warn".`;
  throw new Failure([{ station: 'verify', about: base.reference, message }]);
}

const asked = new WeakMap<object, ReturnType<typeof asker>>();

/** Each base is looked at once in a run. */
function unsignedBase(
  session: Session,
  base: ObservedBase,
  wanted: BaseSignature,
): Promise<string | undefined> {
  const ask = asked.get(session.held) ?? asker(session);
  asked.set(session.held, ask);
  return ask(base, wanted);
}

const asker = (session: Session) =>
  onceFor(
    ({ reference, digest }: ObservedBase, wanted: BaseSignature) =>
      JSON.stringify([reference, digest, wanted]),
    async (base: ObservedBase, { identity, trustedRoot }: BaseSignature): Promise<string | undefined> => {
      const { client } = await session.registries();
      const { reference, repository, digest } = base;
      const { files } = session.world;
      const trust = once(() =>
        readTrust(files, { ...defined({ trustedRoot }), cache: session.cache.folder }),
      );
      const bundles = await checkBundles(client, repository, digest, { trust, wanted: identity });
      const named = `The base ${reference}@${digest}`;
      const counts = bundles.flatMap((one) => (one.ok ? [one.predicateType] : []));
      if (counts.includes(predicateTypes.signature) || counts.includes(predicateTypes.provenance))
        return undefined;
      const refused = bundles.flatMap((one) => (one.ok ? [] : [one.message]));
      if (refused.length === 0) return `${named} is not signed.`;
      return `${named} is not signed by ${identityText(identity)}: ${[...new Set(refused)].join('; ')}.`;
    },
  );
