import { formatWeeks, parseWeeks } from '../../domain/path/weeks.ts';
import type { TopicEntry } from '../format/schema.ts';
import type { Issue } from '../issue.ts';
import type { PathFiles } from '../path-files.ts';
import { eachTopic } from './walk.ts';

/** Hours may differ from weeks times pace by this share before it is a mistake. */
const TOLERANCE = 0.05;

/**
 * The hours of a phase fill its weeks at the path's pace: all topics the longest duration, the
 * essential ones the shortest. An open-ended phase fills at least its shortest.
 */
export function checkHours(files: PathFiles): Issue[] {
  const { pace } = files.path.value;
  return files.phases.flatMap(({ source, value }) => {
    const weeks = parseWeeks(String(value.weeks));
    if (!weeks) return [];
    // To a hundredth, so that 2.1 and 6.3 add up as on paper.
    const hoursOf = (topics: TopicEntry[]) =>
      Number(topics.reduce((sum, topic) => sum + topic.hours, 0).toFixed(2));
    const all = hoursOf(value.topics);
    const essential = hoursOf(value.topics.filter((topic) => topic.tier === 'essential'));
    const most = weeks.max === null ? Number.POSITIVE_INFINITY : weeks.max * pace;
    const least = weeks.min * pace;
    const told = `${formatWeeks(weeks)} weeks at ${pace} h a week`;
    const issue = (message: string, hint: string) =>
      source.issue('error', 'hours.phase', ['weeks'], message, { hint });
    if (all > most * (1 + TOLERANCE)) {
      const message = `The topics of ${value.id} take ${all} h, but ${told} are ${most} h`;
      return [issue(message, 'Change hours of topics, or weeks.')];
    }
    if (all < (weeks.max ?? weeks.min) * pace * (1 - TOLERANCE)) {
      const message = `The topics of ${value.id} take only ${all} h, but ${told} are ${weeks.max === null ? `at least ${least}` : most} h`;
      return [issue(message, 'Change hours of topics, or weeks.')];
    }
    if (weeks.max !== null && weeks.max > weeks.min && essential > least * (1 + TOLERANCE)) {
      const message = `The essential topics of ${value.id} take ${essential} h, more than the ${least} h of its shortest duration`;
      return [issue(message, 'Make the shortest duration longer, or some topics helpful.')];
    }
    return [];
  });
}

/** The parts of a topic fit into its hours, and units into their resource's minutes. */
export function checkMinutes(files: PathFiles): Issue[] {
  return eachTopic(files).flatMap(({ file, topic, at }) => {
    const issues: Issue[] = [];
    const issue = (path: (string | number)[], code: string, message: string, hint: string) =>
      issues.push(file.source.issue('error', code, [...at, ...path], message, { hint }));
    const core = (topic.resources ?? []).filter((use) => use.role === 'core');
    const minutes =
      core.reduce((sum, use) => sum + use.minutes, 0) +
      (topic.milestones ?? []).reduce((sum, milestone) => sum + milestone.minutes, 0);
    if (minutes > Math.round(topic.hours * 60)) {
      const message = `Core resources and milestones of ${topic.id} take ${minutes} min, more than its ${topic.hours} h`;
      issue(['hours'], 'hours.topic', message, 'Raise hours, or take smaller portions.');
    }
    topic.resources?.forEach((use, i) => {
      if (!use.units) return;
      const given = use.units.reduce((sum, u) => sum + (typeof u === 'string' ? 0 : u.minutes), 0);
      const bare = use.units.filter((unit) => typeof unit === 'string').length;
      const fits = bare === 0 ? given === use.minutes : use.minutes - given >= bare;
      if (fits) return;
      const message =
        bare > 0 && given <= use.minutes
          ? `The units of ${topic.id}/${use.use} leave no time for those without minutes: ${given} of ${use.minutes} min are given`
          : `The units of ${topic.id}/${use.use} take ${given} min, but its portion ${use.minutes} min`;
      issue(['resources', i, 'units'], 'hours.units', message, 'Make them add up.');
    });
    return issues;
  });
}
