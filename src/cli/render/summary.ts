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
  summary.shaky.forEach((concept, i) => {
    facts.push([i === 0 ? 'shaky' : '', sayShaky(concept)]);
  });
  const next =
    due.tomorrow + due.week === 0
      ? 'no reviews this week'
      : `next reviews: ${due.tomorrow} tomorrow, ${due.week} this week`;
  return [...facts, ['saved', `${plural(answered, 'answer')} · ${next}`]];
}

function sayShaky({ concept, name, times, root }: Summary['shaky'][number]): string {
  const often = times > 1 ? ` (${times === 2 ? 'twice' : `${times} times`})` : '';
  const topic = root?.topic ?? concept.slice(0, concept.indexOf('/'));
  const behind = root ? `: it rests on ${root.title}.` : '.';
  return `${name}${often}${behind} llmpath quiz ${topic}`;
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
