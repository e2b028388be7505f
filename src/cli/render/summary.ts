import { formatMinutes } from '../../domain/duration.ts';
import type { Summary } from '../quiz/run.ts';
import { renderText } from './question.ts';
import { type Look, READABLE, renderJudgement, renderKeys, renderLabelled } from './quiz.ts';
import { hang, indent, plural, rows } from './text.ts';

/** What a session came to. */
export function renderSummary(summary: Summary, exam: boolean, look: Look): string[] {
  const { theme } = look;
  const width = Math.min(look.width, READABLE);
  const head = hang('  ', theme.strong(sayCounts(summary, exam)), width).split('\n');
  const facts = summary.answered === 0 ? [] : ['', ...rows(factsOf(summary), 2, width).split('\n')];
  return [...head, ...facts, '', ...renderKeys(['llmpath next', 'llmpath status'], look)];
}

function sayCounts({ answered, correct, skipped, minutes }: Summary, exam: boolean): string {
  const passed = skipped > 0 ? [`${skipped} skipped`] : [];
  if (answered === 0) return ['Nothing answered, nothing changed', ...passed].join(' · ');
  const right = `${correct} right${exam ? '' : ' first time'}`;
  const time = minutes < 0.5 ? 'under a minute' : formatMinutes(minutes);
  return [`${answered} answered, ${right}`, ...passed, time].join(' · ');
}

function factsOf(summary: Summary): [label: string, text: string][] {
  const { answered, strong, passed, due } = summary;
  const facts: [string, string][] = passed.map(({ title }) => ['done', title]);
  if (strong.length > 0) facts.push(['strong', strong.join(' · ')]);
  const topics = summary.shaky.map(topicBehind);
  summary.shaky.forEach((concept, i) => {
    const topic = topics[i] ?? '';
    // A command is told once, with the last concept that it is for.
    const command = topics.lastIndexOf(topic) === i ? ` llmpath quiz ${topic}` : '';
    facts.push([i === 0 ? 'shaky' : '', sayShaky(concept) + command]);
  });
  const next =
    due.tomorrow + due.week === 0
      ? 'no reviews this week'
      : `next reviews: ${due.tomorrow} tomorrow, ${due.week - due.tomorrow} more this week`;
  return [...facts, ['saved', `${plural(answered, 'answer')} · ${next}`]];
}

type Shaky = Summary['shaky'][number];

/** The topic to practise: what is behind a concept that was missed, else the concept's own. */
function topicBehind({ concept, root }: Shaky): string {
  return root?.topic ?? concept.slice(0, concept.indexOf('/'));
}

function sayShaky({ name, times, root }: Shaky): string {
  const often = times > 1 ? ` (${times === 2 ? 'twice' : `${times} times`})` : '';
  return `${name}${often}${root ? `: it rests on ${root.title}.` : '.'}`;
}

/** What an exam held back: every question with what was answered and the verdict. */
export function renderVerdicts(verdicts: Summary['verdicts'], look: Look): string[] {
  const { theme, prose } = look;
  const width = Math.min(look.width, READABLE);
  return verdicts.flatMap(({ asked, given, graded }, i) => [
    ...(i === 0 ? [] : ['']),
    ...indent(theme.faint(`${i + 1} of ${verdicts.length} · ${asked.topicTitle}`), 2, width).split(
      '\n',
    ),
    '',
    ...renderText(asked.question.prompt, 2, prose, width),
    '',
    ...renderLabelled('you', given ?? 'do not know', look),
    ...renderJudgement(graded, asked, look),
  ]);
}
