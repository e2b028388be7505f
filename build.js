// Bundles the program: one CommonJS file that starts fast, and one more for each module that is
// loaded only when needed (each `import()` in the sources). Then keeps the compiled code of those on
// the way to `next` and to a quiz beside them (see bin/load.js).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { build } from 'esbuild';

const root = import.meta.dirname;
const src = join(root, 'src');
const finished = join(root, 'dist');
// Built beside it and put in its place at the end, so that a running program finds a whole one.
const dist = `${finished}.${process.pid}`;
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const sources = readdirSync(src, { recursive: true })
  .filter((name) => name.endsWith('.ts'))
  .sort()
  .map((name) => join(src, name));

const hash = createHash('sha256').update(version);
for (const file of sources) hash.update(readFileSync(file));

/** Files that some source loads with `import('./…')`. */
const lazy = new Set(
  sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/import\('(\.[^']+\.ts)'\)/g)].map((match) =>
      resolve(file, '..', match[1]),
    ),
  ),
);
const bundleName = (file) => basename(file, '.ts');
const names = [...lazy].map(bundleName);
if (new Set(names).size < names.length) throw new Error(`two lazy modules share a name: ${names}`);

const lazyBundles = (folder) => ({
  name: 'lazy-bundles',
  setup(builder) {
    builder.onResolve({ filter: /^\./ }, ({ path, resolveDir, kind }) => {
      if (kind !== 'dynamic-import') return undefined;
      return { path: `${folder}/${bundleName(resolve(resolveDir, path))}.js`, external: true };
    });
  },
});

/**
 * Commander loads `child_process` at its start, for subcommands that are programs of their own.
 * There are none here, and loading it takes a tenth of Node's whole start: so only when used.
 */
const lazyChildProcess = {
  name: 'lazy-child-process',
  setup(builder) {
    builder.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes('commander') ? { path: 'child_process', namespace: 'lazy' } : undefined,
    );
    builder.onLoad({ filter: /.*/, namespace: 'lazy' }, () => ({
      contents: "exports.spawn = (...all) => require('node:child_process').spawn(...all);",
    }));
  },
};

/**
 * better-sqlite3 stays outside the bundle; its twelve small files are put into one beside it, since
 * finding each costs more than reading it. The compiled part stays where npm built it.
 */
const SQLITE = 'better-sqlite3';
const sqliteInOneFile = (folder) => ({
  name: 'sqlite-in-one-file',
  setup(builder) {
    builder.onResolve({ filter: new RegExp(`^${SQLITE}$`) }, () => ({
      path: `${folder}/${SQLITE}.js`,
      external: true,
    }));
  },
});
const sqliteBindings = {
  name: 'sqlite-bindings',
  setup(builder) {
    builder.onResolve({ filter: /^bindings$/ }, () => ({ path: 'bindings', namespace: 'sqlite' }));
    builder.onLoad({ filter: /.*/, namespace: 'sqlite' }, () => ({
      contents: `
        const { existsSync } = require('node:fs');
        const { dirname, join } = require('node:path');
        const usual = join(__dirname, '../../node_modules/${SQLITE}');
        const find = () => dirname(require.resolve('${SQLITE}/package.json'));
        const folder = existsSync(usual) ? usual : find();
        module.exports = (name) => require(join(folder, 'build/Release', name));`,
    }));
  },
};

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
  external: [`${SQLITE}/package.json`],
  // Lazy bundles are required, since loading one as an ES module costs a second loader.
  supported: { 'dynamic-import': false },
  define: {
    LLMPATH_VERSION: JSON.stringify(version),
    'import.meta.url': 'importMetaUrl',
    LLMPATH_BUILD: JSON.stringify(hash.digest('hex').slice(0, 16)),
  },
};

rmSync(dist, { recursive: true, force: true });
mkdirSync(join(dist, 'lazy'), { recursive: true });
writeFileSync(join(dist, 'package.json'), '{ "type": "commonjs" }\n');
await build({
  ...common,
  plugins: [lazyBundles('./lazy'), sqliteInOneFile('./lazy'), lazyChildProcess],
  entryPoints: [join(src, 'cli/main.ts')],
  outfile: join(dist, 'main.js'),
});
for (const file of lazy) {
  await build({
    ...common,
    banner: { js: 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;' },
    plugins: [lazyBundles('.'), sqliteInOneFile('.'), lazyChildProcess],
    entryPoints: [file],
    outfile: join(dist, 'lazy', `${bundleName(file)}.js`),
  });
}

await build({
  ...common,
  plugins: [sqliteBindings],
  entryPoints: [join(root, 'node_modules', SQLITE, 'lib/index.js')],
  outfile: join(dist, 'lazy', `${SQLITE}.js`),
});

// Only regular expressions still hold other characters than ASCII, and may hold them as escapes.
const bundles = [join(dist, 'main.js'), ...names.map((name) => join(dist, 'lazy', `${name}.js`))];
for (const file of bundles) {
  const toEscape = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/[^\0-\x7f]/g, toEscape));
}

// The caches hold the functions that these commands compiled, so they run once, unseen.
const home = mkdtempSync(join(tmpdir(), 'llmpath-build-'));
const writeCaches = `
  const { writeFileSync } = require('node:fs');
  const { load } = require(${JSON.stringify(join(root, 'bin/load.js'))});
  const scripts = new Map();
  const onLoaded = (file, script) => scripts.set(file, script);
  const { run } = load(${JSON.stringify(join(dist, 'main.js'))}, onLoaded);
  const commands = [
    ['init', '--yes'], ['next'], ['prompt'], ['next', '--json'], ['--help'],
    ['path', 'preview', 'tf-attention'], ['quiz', 'math-vectors', '--stdio'], ['status'], ['plan'], ['stats'],
    ['report', '--output', '-'],
  ];
  (async () => {
    for (const args of commands) {
      process.argv = [process.argv[0], 'llmpath', ...args];
      await run(${JSON.stringify(root)});
    }
    load(${JSON.stringify(join(dist, 'lazy/terminal.js'))}, onLoaded);
    for (const [file, script] of scripts) writeFileSync(file + '.cache', script.createCachedData());
  })();
`;
const { status, stderr } = spawnSync(process.execPath, ['-e', writeCaches], {
  env: { ...process.env, LLMPATH_HOME: home },
  encoding: 'utf8',
  maxBuffer: 2 ** 26,
});
if (status !== 0) throw new Error(`the built program does not run: ${stderr}`);
rmSync(home, { recursive: true, force: true });

rmSync(finished, { recursive: true, force: true });
renameSync(dist, finished);
