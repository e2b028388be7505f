import { runBackup } from './backup.ts';
import { runDoctor } from './doctor.ts';
import { runRestore } from './restore.ts';
import { runSync } from './sync.ts';
import { runExport, runImport } from './transfer.ts';

/** The commands that keep, mend and exchange the log: more code than the daily ones need. */
export const SAFEKEEPING = {
  backup: runBackup,
  restore: runRestore,
  export: runExport,
  import: runImport,
  sync: runSync,
  doctor: runDoctor,
};
