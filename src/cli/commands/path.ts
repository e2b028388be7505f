import { join, relative, resolve } from 'node:path';
import { findPathFolder, listInstalled } from '../../content/find.ts';
import { sortIssues } from '../../content/issue.ts';
import { UserError } from '../../domain/error.ts';
import { addressOf, type Path, type Resource, totalsOf } from '../../domain/path/path.ts';
import { formatWeeks } from '../../domain/path/weeks.ts';
import { type Run, textOf } from '../command.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit.ts';
import { readCount } from '../read.ts';
import { renderIssues, sayCounts } from '../render/issues.ts';
import { indent, plural, rows, spread } from '../render/text.ts';
import { compilePath, currentFolder, loadWhole, openStore, pathRoots } from '../session.ts';

export const runPathList: Run = async (ctx) => {
  const { out } = ctx;
  const store = await openStore(ctx, { write: false });
  const current = currentFolder(ctx, store?.db ?? null);
  const list = [];
  for (const installed of listInstalled(pathRoots(ctx))) {
    const path = await loadWhole(ctx, installed.folder).catch(() => null);
    list.push({ ...installed, path, current: installed.folder === current });
  }
  if (out.json) {
    const paths = list.map(({ id, folder, bundled, path, current }) => ({
      id,
      title: path?.title ?? null,
      version: path?.version ?? null,
      folder,
      bundled,
      valid: path !== null,
      current,
    }));
    out.document({ schema: 'llmpath/path-list@1', paths });
    return;
  }
  const lines = list.map(({ id, path, current }): [string, string] => {
    const words = path ? `${path.title} ${path.version}` : 'has errors: llmpath path check';
    return [id, current ? `${words} · in use` : words];
  });
  out.print(rows(lines, 2, out.columns));
};

export const runPathShow: Run = async (ctx, [name]) => {
  const folder = await folderOf(ctx, textOf(name));
  const path = await loadWhole(ctx, folder);
  if (ctx.out.json) {
    ctx.out.document(pathDocument(path));
    return;
  }
  await ctx.out.page(renderPath(ctx, path));
};

function pathDocument(path: Path) {
  const resources = resourcesOf(path);
  return {
    schema: 'llmpath/path-show@1',
    id: path.id,
    title: path.title,
    version: path.version,
    summary: path.summary,
    pace: path.pace,
    tiers: path.tiers,
    phases: path.phases.map((phase) => ({
      id: phase.id,
      number: phase.number,
      title: phase.title,
      weeks: phase.weeks,
      optional: phase.optional,
      skipIf: phase.skipIf,
      summary: phase.summary,
      hours: phase.topics.reduce((total, topic) => total + topic.hours, 0),
      sections: phase.sections,
      formats: phase.formats,
      topics: phase.topics.map((topic) => ({
        id: topic.id,
        title: topic.title,
        section: topic.section,
        tier: topic.tier,
        hours: topic.hours,
        needs: topic.needs,
        helps: topic.helps,
        outcomes: topic.outcomes,
        concepts: topic.concepts.map(
          ({ ref, name, aliases, definition, relevance, applications }) => ({
            id: ref,
            name,
            definition,
            relevance,
            aliases,
            applications,
          }),
        ),
        resources: topic.uses.flatMap((use) => {
          const resource = resources.get(use.resource);
          if (!resource) return [];
          const { title, kind, level, status, listed } = resource;
          const { ref, role, portion, minutes, units } = use;
          const url = addressOf(resource);
          const labels = listed.flatMap((listing) => listing.label ?? []);
          return [
            {
              id: ref,
              resource: resource.id,
              title,
              url,
              kind,
              level,
              role,
              portion,
              minutes,
              units,
              status,
              labels,
            },
          ];
        }),
        questions: topic.questions,
        generators: topic.generators,
        milestones: topic.milestones.map(({ ref, title, minutes, brief, checks }) => ({
          id: ref,
          title,
          minutes,
          brief,
          checks,
        })),
      })),
    })),
    resources: path.resources,
    books: path.books.map((item) => shelfItem(item, resources)),
    communities: path.communities.map((item) => shelfItem(item, resources)),
    totals: totalsOf(path),
  };
}

function resourcesOf(path: Path): ReadonlyMap<string, Resource> {
  return new Map(path.resources.map((resource) => [resource.id, resource]));
}

function shelfItem(item: Path['books'][number], resources: ReadonlyMap<string, Resource>) {
  const resource = resources.get(item.resource);
  return {
    id: item.resource,
    title: resource?.title ?? item.resource,
    by: resource?.by ?? null,
    url: resource ? addressOf(resource) : null,
    why: item.why,
  };
}

function renderPath(ctx: Context, path: Path): string {
  const { theme, columns } = ctx.out;
  const width = Math.min(columns, 96);
  const totals = totalsOf(path);
  const lines = [
    indent(`${theme.strong(path.title)} ${theme.faint(path.version)}`, 2, width),
    indent(path.summary, 2, width),
  ];
  for (const phase of path.phases) {
    const hours = phase.topics.reduce((total, topic) => total + topic.hours, 0);
    const facts = `${formatWeeks(phase.weeks)} weeks · ${hours} h${phase.optional ? ' · optional' : ''}`;
    lines.push('', spread('  ', theme.strong(`${phase.number} ${phase.title}`), facts, width));
    for (const topic of phase.topics) {
      const tier = topic.tier === 'essential' ? '' : ` · ${topic.tier}`;
      lines.push(spread('    ', topic.title + theme.faint(tier), `${topic.hours} h`, width));
      const asked = topic.questions > 0 ? ` · ${plural(topic.questions, 'question')}` : '';
      lines.push(indent(theme.faint(topic.id + asked), 4, width));
    }
  }
  const resources = resourcesOf(path);
  for (const [label, shelf] of [
    ['Books', path.books],
    ['Communities', path.communities],
  ] as const) {
    if (shelf.length === 0) continue;
    lines.push('', indent(theme.strong(label), 2, width));
    for (const item of shelf) {
      const { title, by } = shelfItem(item, resources);
      lines.push(indent(by ? `${title}, ${by}` : title, 4, width));
    }
  }
  const counts = [
    plural(totals.topics, 'topic'),
    plural(totals.concepts, 'concept'),
    plural(totals.resources, 'resource'),
    plural(totals.questions, 'question'),
    plural(totals.milestones, 'milestone'),
    `${totals.hours} h at ${path.pace} h a week`,
  ];
  lines.push('', indent(counts.join(' · '), 2, width));
  return lines.join('\n');
}

/** Enough to meet most faults of drawing; `--seeds` asks for more. */
const SEEDS = 50;
const MOST_SEEDS = 100_000;

export const runPathCheck: Run = async (ctx, [name], options) => {
  const given = textOf(options.seeds);
  const seeds = given === undefined ? SEEDS : readCount(given, '--seeds', MOST_SEEDS);
  const { loadPath } = await import('../../content/load.ts');
  const folder = await folderOf(ctx, textOf(name));
  const { checkFormulas: formulas } = await import('../formulas.ts');
  const { files, issues } = loadPath(folder, shownFolder(ctx, folder), { formulas, seeds });
  const sorted = sortIssues(issues);
  const errors = sorted.filter((issue) => issue.level === 'error');
  const { out } = ctx;
  if (out.json) {
    const bare = (level: string) =>
      sorted
        .filter((issue) => issue.level === level)
        .map(({ code, file, line, column, message, hint }) => ({
          code,
          file,
          line,
          column,
          message,
          hint,
        }));
    out.document({
      schema: 'llmpath/path-check@1',
      files: files.length,
      errors: bare('error'),
      warnings: bare('warning'),
    });
  } else {
    if (sorted.length > 0) out.print(`${renderIssues(sorted, out.theme, out.columns)}\n`);
    out.print(`  ${sayCounts(sorted, files.length)}`);
  }
  if (errors.length > 0) process.exitCode = EXIT.invalid;
};

export const runPathCompile: Run = async (ctx, [name]) => {
  const folder = await folderOf(ctx, textOf(name));
  const { path, result, cacheFile } = await compilePath(ctx, folder, shownFolder(ctx, folder));
  const { out } = ctx;
  if (out.json) {
    const totals = totalsOf(path);
    out.document({
      schema: 'llmpath/path-compile@1',
      id: path.id,
      files: result.files,
      cache: cacheFile,
      totals,
    });
    return;
  }
  const { questions, generators } = totalsOf(path);
  const files = `${plural(result.files.length, 'file')} compiled`;
  const asked = `${plural(questions, 'question')}, ${generators} of them generated`;
  out.print(`${out.theme.done('✓')} ${path.title}: ${files}${questions > 0 ? `, ${asked}` : ''}`);
  if (!cacheFile) out.warn('The cache folder cannot be written, so the next start compiles again.');
};

export const runPathSchema: Run = async (ctx, [name]) => {
  const { jsonSchemas } = await import('../../content/format/json-schema.ts');
  const schemas = jsonSchemas();
  const file = textOf(name);
  const print = (value: unknown) => {
    if (ctx.out.json) ctx.out.document({ schema: 'llmpath/path-schema@1', schemas: value });
    else ctx.out.print(JSON.stringify(value, null, 2));
  };
  if (file === undefined) {
    print(schemas);
    return;
  }
  const bare = (name: string) => name.replace(/(?:\.schema)?\.json$/, '');
  const key = Object.keys(schemas).find((name) => bare(name) === bare(file));
  const schema = key === undefined ? undefined : schemas[key];
  if (key === undefined || schema === undefined) {
    const known = Object.keys(schemas).map(bare);
    const message = `There is no schema "${file}": it is ${known.join(', ')}.`;
    throw new UserError('ref.schema', message, 'llmpath path schema phase');
  }
  if (ctx.out.json) print({ [key]: schema });
  else print(schema);
};

async function folderOf(ctx: Context, name: string | undefined): Promise<string> {
  if (name !== undefined) return findPathFolder(pathRoots(ctx), name, ctx.env.cwd);
  return currentFolder(ctx, (await openStore(ctx, { write: false }))?.db ?? null);
}

/** The folder as a person would name it from here. */
function shownFolder(ctx: Context, folder: string): string {
  const near = relative(ctx.env.cwd, folder);
  return near === '' ? '.' : near.startsWith('..') ? resolve(folder) : join(near);
}
