#!/usr/bin/env node
'use strict';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `llmpath needs Node 20.19 or newer; this is ${process.versions.node}.\n  Get it from https://nodejs.org\n`,
  );
  process.exit(1);
}

const path = require('node:path');
const root = path.join(__dirname, '..');
require('./load.js').load(path.join(root, 'dist/main.js')).run(root);
