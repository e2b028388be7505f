'use strict';

// Loaded into each measured process: leaves its peak memory in a file. What the kernel counts for
// the process itself, where it tells; `maxRSS` also counts the moment before the program began.
const { existsSync, readFileSync, writeFileSync } = require('node:fs');

process.on('exit', () => {
  const status = '/proc/self/status';
  const own = existsSync(status) ? /VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8')) : null;
  writeFileSync(process.env.PEAK_FILE, own ? own[1] : String(process.resourceUsage().maxRSS));
});
