import { createHash } from 'node:crypto';
import type { Report } from '../../domain/report/report.ts';
import { sayAbout, sayDay, sayPeriod } from '../words.ts';
import { glue } from './glue.ts';
import { html, trusted } from './markup.ts';
import { prose } from './prose.ts';
import { SCRIPT } from './script.ts';
import { summary } from './sections/summary.ts';
import { sectionsOf } from './sections.ts';
import { STYLE } from './style.ts';

/** The browser runs this one script and fetches nothing, whatever a text in the report may hold. */
const POLICY = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${createHash('sha256').update(SCRIPT).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/** The report as one page that needs nothing but itself. */
export function renderHtml(report: Report): string {
  const sections = sectionsOf(report);
  const title = `${report.path.title}: progress`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="llmpath">
<title>${title}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
<div class="page">
<header>
<h1>${prose(report.path.title)}</h1>
<p>${glue(sayAbout(report))}</p>
${summary(report)}
<nav aria-label="Sections"><ul>${sections.map(({ id, title: name }) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
</header>
<main>
${sections.map(
  ({ id, title: name, body }) => html`<section aria-labelledby="${id}">
<h2 id="${id}">${name}</h2>
${body}
</section>
`,
)}</main>
<footer><p>What stands is told as of ${sayDay(report.day)}; what was done, for ${sayPeriod(report.period)}. Recall is what the memory model FSRS-6 predicts from the answers given. Made by llmpath.</p></footer>
</div>
<script>${trusted(SCRIPT)}</script>
</body>
</html>
`;
  return page.text;
}
