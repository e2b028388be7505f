import type { Store } from '../storage/store.ts';
import { type Env, type Folders, foldersOf } from './env.ts';
import { Output } from './output.ts';
import { readSettings, type Settings } from './settings.ts';

/** Flags that every command takes. */
export interface GlobalFlags {
  json: boolean;
  path: string | undefined;
  home: string | undefined;
  color: boolean;
  plainMath: boolean;
  input: boolean;
  quiet: boolean;
  yes: boolean;
  debug: boolean;
}

/** What a command works with: the outside world, the flags, the settings and where to write. */
export interface Context {
  env: Env;
  flags: GlobalFlags;
  folders: Folders;
  settings: Settings;
  out: Output;
  /** The databases that the command has opened. */
  stores: Store[];
}

/** With `mends`, settings that cannot be read are passed over. */
export async function makeContext(env: Env, flags: GlobalFlags, mends = false): Promise<Context> {
  const folders = foldersOf(env, flags.home);
  const settings = withFlags(readSettings(env, folders, mends), flags);
  // Libraries that colour look at the environment only.
  if (!flags.color) process.env.NO_COLOR = '1';
  const out = await Output.open(env, flags, settings);
  return { env, flags, folders, settings, out, stores: [] };
}

function withFlags(settings: Settings, flags: GlobalFlags): Settings {
  return flags.plainMath ? { ...settings, math: { value: 'spoken', source: 'flag' } } : settings;
}
