import type { Run } from '../command.ts';
import { runPause, runResume, runStart, runStop } from './clock.ts';
import { runCompletion } from './completion.ts';
import { runConfig, runConfigEdit, runConfigGet, runConfigPath, runConfigSet } from './config.ts';
import { runDone } from './done.ts';
import { runFinish } from './finish.ts';
import { runHistory, runRedo, runUndo } from './history.ts';
import { runHours } from './hours.ts';
import { runInit } from './init.ts';
import { runLog } from './log.ts';
import { runNote } from './note.ts';
import { runOff } from './off.ts';
import { runOpen } from './open.ts';
import { runPathCheck, runPathCompile, runPathList, runPathSchema, runPathShow } from './path.ts';
import { runShow } from './show.ts';
import { runSkip, runUnskip } from './skip.ts';
import { runStatus } from './status.ts';

/** Drawing questions is a large library of its own. */
const preview: Run = async (...all) => (await import('./preview.ts')).runPathPreview(...all);

/** What the commands do that are loaded only when called, by the names of the command table. */
export const COLD = {
  init: runInit,
  start: runStart,
  stop: runStop,
  pause: runPause,
  resume: runResume,
  done: runDone,
  log: runLog,
  skip: runSkip,
  unskip: runUnskip,
  open: runOpen,
  note: runNote,
  hours: runHours,
  off: runOff,
  finish: runFinish,
  status: runStatus,
  history: runHistory,
  undo: runUndo,
  redo: runRedo,
  show: runShow,
  pathList: runPathList,
  pathShow: runPathShow,
  pathCheck: runPathCheck,
  pathCompile: runPathCompile,
  pathPreview: preview,
  pathSchema: runPathSchema,
  config: runConfig,
  configGet: runConfigGet,
  configSet: runConfigSet,
  configEdit: runConfigEdit,
  configPath: runConfigPath,
  completion: runCompletion,
};
