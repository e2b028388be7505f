import { findCycles } from '../../domain/path/graph.ts';
import type { Issue } from '../issue.ts';
import type { PathFiles } from '../path-files.ts';
import { eachTopic, type TopicAt } from './walk.ts';

/** Topics that need each other in a circle could never become ready. */
export function checkCycles(files: PathFiles): Issue[] {
  const all = eachTopic(files);
  const byId = new Map(all.map((entry) => [entry.topic.id, entry]));
  const nodes = all.map(({ topic }) => ({ id: topic.id, needs: topic.needs ?? [] }));
  return findCycles(nodes).flatMap((cycle) => {
    const entry = byId.get(cycle[0] as string);
    if (!entry) return [];
    const message =
      cycle.length === 2
        ? `${cycle[0]} needs itself`
        : `These topics need each other in a circle: ${cycle.join(' → ')}`;
    const hint = 'Take one of these needs away; a mutual benefit belongs under helps.';
    return [needIssue(entry, cycle[1] as string, 'graph.cycle', message, hint)];
  });
}

/** A topic that needs one of a later phase could not be reached in its own. */
export function checkOrder(files: PathFiles): Issue[] {
  return eachNeed(files).flatMap(({ entry, need }) => {
    if (need.phase <= entry.phase) return [];
    const message = `${entry.topic.id} needs ${need.topic.id}, which comes in a later phase`;
    const hint = 'Move one of them to the phase of the other.';
    return [needIssue(entry, need.topic.id, 'graph.order', message, hint)];
  });
}

/** What everybody must do may not wait for what some leave out. */
export function checkTiers(files: PathFiles): Issue[] {
  return eachNeed(files).flatMap(({ entry, need }) => {
    if (entry.topic.tier !== 'essential' || need.topic.tier === 'essential') return [];
    const message = `${entry.topic.id} is essential but needs ${need.topic.id}, which is ${need.topic.tier}`;
    const hint = `Make ${need.topic.id} essential, or list it under helps.`;
    return [needIssue(entry, need.topic.id, 'graph.tier', message, hint)];
  });
}

function eachNeed(files: PathFiles): { entry: TopicAt; need: TopicAt }[] {
  const all = eachTopic(files);
  const byId = new Map(all.map((entry) => [entry.topic.id, entry]));
  return all.flatMap((entry) =>
    (entry.topic.needs ?? []).flatMap((id) => {
      const need = byId.get(id);
      return need ? [{ entry, need }] : [];
    }),
  );
}

function needIssue(entry: TopicAt, need: string, code: string, message: string, hint: string) {
  const at = [...entry.at, 'needs', (entry.topic.needs ?? []).indexOf(need)];
  return entry.file.source.issue('error', code, at, message, { hint });
}
