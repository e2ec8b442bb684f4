/** What a report says of each repository that an image goes to. */
import type { Decision } from '../decide/decide.ts';
import { reasonText } from '../decide/reason.ts';
import { defined } from '../defined.ts';
import { type Repository, repositoryText, taggedText } from '../names/reference.ts';
import type { Image } from '../plan/image.ts';
import { unique } from '../unique.ts';
import { allOf, type Event, type EventOf, lastOf } from './journal.ts';
import type { DestinationReport } from './report.ts';

/** What happened in one repository. */
export interface PlaceEvents {
  readonly repository: Repository;
  readonly held: EventOf<'observed'>['held'] | undefined;
  readonly decision: Decision | undefined;
  readonly events: readonly Event[];
}

/** Empty until a registry answered; from then on, of those that did not it is not known what they hold. */
export function placesOf(repositories: readonly Repository[], events: readonly Event[]): PlaceEvents[] {
  if (lastOf(events, 'observed') === undefined) return [];
  return repositories.map((repository) => {
    const name = repositoryText(repository);
    const at = events.filter(
      (event) =>
        'repository' in event && event.repository !== undefined && repositoryText(event.repository) === name,
    );
    const held = lastOf(at, 'observed')?.held;
    return { repository, held, decision: lastOf(at, 'decided')?.decision, events: at };
  });
}

export function destinationReport(
  { tags }: Image,
  { repository, held, decision, events }: PlaceEvents,
): DestinationReport {
  const moved = unique(allOf(events, 'moved').map(({ tag }) => tag));
  const settled = events.findLast((event) => event.is === 'moved' || event.is === 'settled');
  const digest = settled !== undefined && 'digest' in settled ? settled.digest : held?.digest;
  const stayed = unique([...(held?.ahead ?? []), ...allOf(events, 'stayed').map(({ tag }) => tag)]);
  return {
    repository: repositoryText(repository),
    ...(decision === undefined
      ? {}
      : {
          ...(decision.do === 'refuse' ? {} : { decision: decision.do }),
          reason: reasonText(
            decision,
            taggedText(repository, tags.exact),
            moved.length === 0 && lastOf(events, 'signed') === undefined ? 'present' : 'past',
          ),
        }),
    wanted: wantedTags(tags, decision),
    ...(digest === undefined ? {} : { digest }),
    ...(held?.exists === undefined ? {} : { existed: held.exists }),
    moved,
    held: stayed.filter((tag) => !moved.includes(tag)),
    ...defined({
      pushed: lastOf(events, 'pushed')?.digest,
      difference: lastOf(events, 'compared')?.difference,
      signedBy: lastOf(events, 'signed')?.by,
      unsigned: unsignedText(repository, lastOf(events, 'unsigned')),
    }),
  };
}

const unsignedText = (repository: Repository, event: EventOf<'unsigned'> | undefined): string | undefined =>
  event &&
  `${repositoryText(repository)} holds the image without a signature: ${event.problems.map(({ message }) => message).join(' ')} The next run signs it, and builds nothing for that.`;

function wantedTags({ exact, aliases }: Image['tags'], decision: Decision | undefined): readonly string[] {
  switch (decision?.do) {
    case 'build':
    case 'rebase':
      return [exact, ...aliases];
    case 'retag':
      return decision.because.kind === 'tag-behind' ? decision.because.tags : aliases;
    case 'sign':
      return (decision.also ?? []).flatMap((one) => (one.kind === 'tag-behind' ? one.tags : []));
    case 'keep':
    case 'refuse':
    case undefined:
      return [];
  }
}

/** A push that was cut off may have moved the exact tag: nobody saw. */
export const unseenMoves = (places: readonly PlaceEvents[]): string[] =>
  places
    .filter(
      ({ events }) => events.some(({ is }) => is === 'moving') && !events.some(({ is }) => is === 'moved'),
    )
    .map(
      ({ repository }) =>
        `the push to ${repositoryText(repository)} did not end here: the exact tag may have moved. Run again to complete it`,
    );
