import { existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../../domain/error.ts';
import { explainStorageError } from '../../storage/errors.ts';
import { writeWhole } from '../../storage/whole-file.ts';
import { type Run, textOf } from '../command.ts';
import type { Context } from '../context.ts';
import { isInteractive } from '../env.ts';
import { keepingText } from '../keep.ts';
import { rows } from '../render/text.ts';
import {
  parseStored,
  readStored,
  SETTINGS,
  type SettingKey,
  settingProblem,
  settingsFile,
} from '../settings.ts';

const SOURCE_WORDS = {
  flag: 'from a flag',
  environment: 'from the environment',
  file: 'set',
  default: 'default',
};

export const runConfig: Run = async (ctx) => {
  const { out, settings } = ctx;
  if (out.json) {
    const list = SETTINGS.map(({ key, about }) => ({ key, ...settings[key], about }));
    out.document({ schema: 'llmpath/config@1', file: settingsFile(ctx.folders), settings: list });
    return;
  }
  const lines = SETTINGS.flatMap(({ key, about, variables }): [string, string][] => {
    const { value, source } = settings[key];
    const from =
      source === 'environment'
        ? `${SOURCE_WORDS[source]}, ${variables.find((name) => ctx.env.variables[name] !== undefined)}`
        : SOURCE_WORDS[source];
    return [
      [key, `${out.theme.strong(value === '' ? '(empty)' : value)}  ${from}`],
      ['', out.theme.faint(about)],
    ];
  });
  out.print(rows(lines, 2, Math.min(out.columns, 96)));
};

export const runConfigGet: Run = async (ctx, [name]) => {
  const key = knownKey(textOf(name) ?? '');
  const setting = ctx.settings[key];
  if (ctx.out.json) ctx.out.document({ schema: 'llmpath/config-get@1', key, ...setting });
  else ctx.out.print(setting.value);
};

export const runConfigSet: Run = async (ctx, [name, text]) => {
  const key = knownKey(textOf(name) ?? '');
  const value = textOf(text);
  const problem = value === undefined ? null : settingProblem(key, value);
  if (problem) throw new UserError('usage.setting', problem, 'llmpath config');
  const file = settingsFile(ctx.folders);
  const { [key]: before, ...others } = readStored(file);
  const after = value === undefined ? others : { ...others, [key]: value };
  saveSettings(file, `${JSON.stringify(after, null, 2)}\n`);
  if (ctx.out.json) {
    ctx.out.document({
      schema: 'llmpath/config-set@1',
      key,
      before: before ?? null,
      value: value ?? null,
    });
    return;
  }
  const undo =
    before === undefined
      ? `llmpath config set ${key}`
      : `llmpath config set ${key} ${quote(before)}`;
  ctx.out.print(
    rows(
      [
        [
          ctx.out.theme.done('✓'),
          value === undefined ? `${key} is the default again` : `${key} is ${quote(value)} now`,
        ],
        ...overridden(ctx, key),
        ['', `undo: ${undo}`],
      ],
      0,
      ctx.out.columns,
    ),
  );
};

export const runConfigEdit: Run = async (ctx) => {
  const file = settingsFile(ctx.folders);
  if (!isInteractive(ctx.env) || !ctx.flags.input) {
    const message = 'There is no terminal to open an editor on.';
    throw new UserError('usage.terminal', message, `llmpath config set KEY VALUE, or edit ${file}`);
  }
  const { editText } = await import('../editor.ts');
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '{\n}\n';
  const after = await editText(ctx.settings.editor.value, before);
  // Checked before it is saved: a slip must not lock the learner out.
  await keepingText(ctx, 'unsaved-config.json', after, () => {
    parseStored(after, file);
    saveSettings(file, after);
  });
  ctx.out.note(before === after ? 'Nothing was changed.' : `Saved ${file}`);
};

export const runConfigPath: Run = async (ctx) => {
  const { folders, out } = ctx;
  const files = { settings: settingsFile(folders), data: folders.data, cache: folders.cache };
  if (out.json) out.document({ schema: 'llmpath/config-path@1', ...files });
  else out.print(rows(Object.entries(files), 2, 1000));
};

/** A word about a variable that is stronger than what was set just now. */
function overridden(ctx: Context, key: SettingKey): [string, string][] {
  const variables = SETTINGS.find((spec) => spec.key === key)?.variables ?? [];
  const variable = variables.find((name) => ctx.env.variables[name] !== undefined);
  return variable ? [['', `but ${variable} is set in the environment and still wins`]] : [];
}

function knownKey(name: string): SettingKey {
  const spec = SETTINGS.find((candidate) => candidate.key === name);
  if (spec) return spec.key;
  throw new UserError('usage.setting', settingProblem(name, '') ?? '', 'llmpath config');
}

/** The whole file or none of it. Throws UserError `store.*` where it cannot be written. */
function saveSettings(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    // A link into a folder of dotfiles stays a link.
    const target = existsSync(file) ? realpathSync(file) : file;
    writeWhole(target, [text]);
  } catch (error) {
    throw explainStorageError(error, file) ?? error;
  }
}

function quote(value: string): string {
  return /^[\w./:-]+$/.test(value) ? value : `"${value}"`;
}
