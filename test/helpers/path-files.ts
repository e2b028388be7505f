import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type DeepCheck, loadPath } from '../../src/content/load.ts';
import { temporaryFolder } from './cli.ts';

/** The files of a small path without any problem. Its phases take 10 and 5 hours, at 5 a week. */
const FILES = {
  'path.yaml': `id: small
title: A small path
version: 1.0.0
summary: Two phases, enough to break.
pace: 5
resources: resources.yaml
phases: [1-basics.yaml, 2-models.yaml]
tiers:
  essential: { title: Essential, meaning: Everybody does it. }
  helpful: { title: Helpful, meaning: It makes the rest easier. }
  advanced: { title: Advanced, meaning: For a deeper look. }
books:
  - resource: maths-book
    why: To look things up in.
`,
  'resources.yaml': `resources:
  - id: vector-film
    title: Vectors in films
    kind: video
    level: beginner
    status: ok
    url: https://www.youtube.com/watch?v=abc123
    checked: 2026-11-20
  - id: maths-book
    title: The book of maths
    kind: book
    level: intermediate
    status: moved
    url: https://maths.example.org/book
    seed_url: http://old.example.org/book
    note: The author moved it.
  - id: odds-course
    title: Odds for all
    kind: course
    level: beginner
    status: ok
    url: https://odds.example.org/course
  - id: gone-page
    title: A page that is gone
    kind: article
    level: beginner
    status: dead
    note: The site was closed.
    replacement:
      title: Its copy
      url: https://copy.example.org/page
`,
  '1-basics.yaml': `id: basics
title: Basics
weeks: 1-2
summary: What the rest stands on.
sections:
  - id: algebra
    title: Algebra
  - id: chance
    title: Chance
topics:
  - id: vectors
    title: Vectors
    section: algebra
    tier: essential
    hours: 2
    outcomes: [Add two vectors]
    resources:
      - use: vector-film
        portion: films 1-3
        role: core
        minutes: 60
        units: [film 1, film 2, film 3]
    concepts:
      - id: dot-product
        name: dot product
        definition: The sum of the products of the entries.
        relevance: Attention scores are dot products.
  - id: matrices
    title: Matrices
    section: algebra
    tier: essential
    hours: 3
    needs: [vectors]
    outcomes: [Multiply two matrices]
    resources:
      - use: maths-book
        portion: chapter 2
        role: core
        minutes: 90
  - id: odds
    title: Odds
    section: chance
    tier: helpful
    hours: 5
    helps: [vectors]
    outcomes: [Say how likely a thing is]
    resources:
      - use: odds-course
        portion: the first week
        role: core
        minutes: 120
      - use: gone-page
        portion: all of it
        role: deeper
        minutes: 20
`,
  '2-models.yaml': `id: models
title: Models
weeks: 1
summary: What one builds.
sections:
  - id: networks
    title: Networks
topics:
  - id: layers
    title: Layers
    section: networks
    tier: essential
    hours: 5
    needs: [matrices]
    outcomes: [Build a layer]
    milestones:
      - id: tiny-net
        title: A tiny network
        minutes: 180
        brief: Build it from arrays alone.
        checks: [It learns XOR]
`,
} as const;

export type PathFileName = keyof typeof FILES;

/** A folder with the small path in it, to be changed and checked; it goes away with the test. */
export class PathFolder {
  readonly dir = join(temporaryFolder(), 'mine');

  /** Puts `after` where `before` stands; throws unless it stands there exactly once. */
  change(file: PathFileName, before: string, after: string): this {
    const text = this.read(file);
    const parts = text.split(before);
    if (parts.length !== 2) {
      throw new Error(`"${before}" stands ${parts.length - 1} times in ${file}`);
    }
    return this.write(file, parts.join(after));
  }

  read(file: string): string {
    return readFileSync(join(this.dir, file), 'utf8');
  }

  write(file: string, text: string): this {
    mkdirSync(dirname(join(this.dir, file)), { recursive: true });
    writeFileSync(join(this.dir, file), text);
    return this;
  }

  /** With `deep` also what takes long; see `loadPath`. */
  load(deep: DeepCheck | null = null) {
    return loadPath(this.dir, 'mine', deep);
  }

  /** Every problem as `code file:line:column`, in the order reported. */
  problems(deep: DeepCheck | null = null): string[] {
    return this.load(deep).issues.map(
      (issue) => `${issue.code} ${issue.file.slice('mine/'.length)}:${issue.line}:${issue.column}`,
    );
  }
}

/** Writes the small path into a new folder. */
export function aPathFolder(): PathFolder {
  const folder = new PathFolder();
  for (const [name, text] of Object.entries(FILES)) folder.write(name, text);
  return folder;
}
