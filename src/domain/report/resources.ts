import type { Event } from '../event/event.ts';
import type { ItemState } from '../event/fold.ts';
import { type ResourceKind, sum } from '../path/path.ts';
import { currentRef } from '../path/refs.ts';
import type { ReportInput } from './input.ts';
import type { MilestoneRow, PaceRow, ResourceRow } from './report.ts';

/** Every resource of the path as a topic uses it, with estimated and real minutes. */
export function listResources({ path, index, record, progress, log }: ReportInput): ResourceRow[] {
  const guessed = guessedRefs(log.events);
  return path.phases.flatMap((phase) =>
    phase.topics.flatMap((topic) => {
      const work = new Map(progress.get(topic.id)?.work.map((piece) => [piece.ref, piece]));
      return topic.uses.flatMap((use): ResourceRow[] => {
        const resource = index.resources.get(use.resource);
        if (!resource) return [];
        const state = record.items.get(use.ref);
        const closed = work.get(use.ref)?.closed ?? false;
        return [
          {
            ref: use.ref,
            topic: topic.id,
            title: resource.title,
            portion: use.portion,
            kind: resource.kind,
            role: use.role,
            state: stateOf(state, closed),
            estimate: use.minutes,
            spent: state?.minutes ?? 0,
            measured: (state?.minutes ?? 0) > 0 && !guessed.has(use.ref),
          },
        ];
      });
    }),
  );

  /** What had its time taken from the estimate, by present ref. */
  function guessedRefs(events: readonly Event[]): Set<string> {
    return new Set(
      events.flatMap((event) =>
        event.kind === 'time-logged' && event.body.estimated && event.ref !== null
          ? [currentRef(index, event.ref)]
          : [],
      ),
    );
  }
}

function stateOf(state: ItemState | undefined, closed: boolean): ResourceRow['state'] {
  if (state === undefined) return 'open';
  if (state.skipped && !state.done) return 'skipped';
  if (closed) return 'done';
  return state.lastDay === null ? 'open' : 'started';
}

/** How long finished resources took against their estimates, by kind; only where it was measured. */
export function measurePace(resources: readonly ResourceRow[]): PaceRow[] {
  const kinds = new Map<ResourceKind, ResourceRow[]>();
  for (const row of resources) {
    if (row.state === 'done' && row.measured)
      kinds.set(row.kind, [...(kinds.get(row.kind) ?? []), row]);
  }
  return [...kinds]
    .map(([kind, rows]) => ({
      kind,
      resources: rows.length,
      estimate: sum(rows.map((row) => row.estimate)),
      spent: sum(rows.map((row) => row.spent)),
    }))
    .sort((a, b) => b.resources - a.resources || (a.kind < b.kind ? -1 : 1));
}

export function listMilestones({ path, record, progress }: ReportInput): MilestoneRow[] {
  return path.phases.flatMap((phase) =>
    phase.topics.flatMap((topic) => {
      const leftOut = progress.get(topic.id)?.state === 'skipped';
      return topic.milestones.map(({ ref, title, minutes, checks }): MilestoneRow => {
        const state = record.items.get(ref);
        const skipped = state?.skipped === true || leftOut;
        return {
          ref,
          topic: topic.id,
          topicTitle: topic.title,
          title,
          state: state?.done ? 'done' : skipped ? 'skipped' : 'open',
          doneDay: state?.doneDay ?? null,
          estimate: minutes,
          spent: state?.minutes ?? 0,
          checks,
        };
      });
    }),
  );
}
