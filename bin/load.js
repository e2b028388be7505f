'use strict';

// Loads the bundle as `require` would, with the code cache that the build left beside it: compiling
// takes a good part of a short command's time. A cache of another Node version is passed over.
// The build writes plain ASCII, which is read fastest as latin1.
const { existsSync, readFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { dirname } = require('node:path');
const { Script } = require('node:vm');

/** The exports of a CommonJS file. `onLoaded` gets the compiled script. */
exports.load = function load(file, onLoaded) {
  const cache = `${file}.cache`;
  const cachedData = existsSync(cache) ? readFileSync(cache) : undefined;
  const script = new Script(wrap(readFileSync(file, 'latin1')), { filename: file, cachedData });
  const bundle = { exports: {} };
  const run = script.runInThisContext();
  run.call(bundle.exports, bundle.exports, createRequire(file), bundle, file, dirname(file));
  onLoaded?.(script);
  return bundle.exports;
};
