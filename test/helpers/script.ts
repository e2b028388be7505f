import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './cli.ts';

/** A shell script that stands in for an editor, a pager or a browser. */
export function aScript(body: string): string {
  const file = join(temporaryFolder(), 'script');
  writeFileSync(file, `#!/bin/sh\n${body}\n`);
  chmodSync(file, 0o755);
  return file;
}
