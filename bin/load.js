'use strict';

// Loads the bundles as `require` would, each with the code cache that the build left beside it:
// compiling takes a good part of a short command's time. A cache of another Node version is passed
// over.
const { existsSync, readFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const bundles = new Map();

/** The exports of a CommonJS file. `onLoaded` gets each file and its compiled script. */
exports.load = function load(file, onLoaded) {
  const known = bundles.get(file);
  if (known) return known.exports;
  const bundle = { exports: {} };
  bundles.set(file, bundle);
  const cache = `${file}.cache`;
  const cachedData = existsSync(cache) ? readFileSync(cache) : undefined;
  // The build writes plain ASCII, which is read fastest as latin1.
  const text = readFileSync(file, 'latin1');
  const script = new Script(wrap(text), { filename: file, cachedData });
  const others = createRequire(file);
  const nearby = (id) => load(join(dirname(file), id), onLoaded);
  const requireFrom = (id) => (id.startsWith('.') ? nearby(id) : others(id));
  requireFrom.resolve = others.resolve;
  const run = script.runInThisContext();
  try {
    run.call(bundle.exports, bundle.exports, requireFrom, bundle, file, dirname(file));
  } catch (error) {
    // As `require` does: what failed half-way is not kept.
    bundles.delete(file);
    throw error;
  }
  onLoaded?.(file, script);
  return bundle.exports;
};
