import { loadPath } from '../../src/content/load.ts';
import { type Outline, outlineOf } from '../../src/domain/path/path.ts';

/** The outline of the path that comes with the program. */
export function bundledOutline(): Outline {
  const { path } = loadPath('paths/llm');
  if (!path) throw new Error('the bundled path does not load');
  return outlineOf(path);
}
