import { dirname } from 'node:path';
import { isUserError } from '../../domain/error.ts';
import type { Path } from '../../domain/path/path.ts';
import { currentRef, indexPath } from '../../domain/path/refs.ts';
import { readRefs } from '../../storage/inspect.ts';
import type { Store } from '../../storage/store.ts';
import type { Context } from '../context.ts';
import { plural } from '../render/text.ts';
import { currentFolder, loadWhole, pathRoots } from '../session.ts';
import { bad, type Check, good, note } from './check.ts';

const MOST_SHOWN = 10;

/** The path in use, and what the log names that it no longer has. */
export async function checkPath(ctx: Context, store: Store | null): Promise<Check[]> {
  let path: Path;
  let isBundled: boolean;
  try {
    const folder = currentFolder(ctx, store?.db ?? null);
    isBundled = dirname(folder) === pathRoots(ctx).bundled;
    path = await loadWhole(ctx, folder);
  } catch (error) {
    if (!isUserError(error)) throw error;
    const hint = error.code === 'path.invalid' ? 'llmpath path check' : 'llmpath path list';
    return [bad('path', `the path in use cannot be read (${error.code})`, hint)];
  }
  const named = isBundled ? `${path.id} ${path.version}` : 'one of your own';
  const checks = [good('path', `${named}, valid`)];
  return store ? [...checks, checkRefs(store, path, isBundled)] : checks;
}

function checkRefs(store: Store, path: Path, isBundled: boolean): Check {
  const index = indexPath(path);
  const ofPath = readRefs(store).filter((row) => row.path === path.id);
  const gone = ofPath.filter(({ ref }) => !index.things.has(currentRef(index, ref)));
  if (gone.length === 0)
    return good('refs', `${plural(ofPath.length, 'thing')} in the log, all on the path`);
  const events = gone.reduce((total, row) => total + row.events, 0);
  const shown = gone.slice(0, MOST_SHOWN).map(({ ref }) => ref);
  const names = isBundled ? `: ${shown.join(', ')}${gone.length > shown.length ? ', …' : ''}` : '';
  const detail = `${plural(events, 'event')} on ${plural(gone.length, 'thing')} that the path no longer has${names}`;
  const hint =
    'Nothing is lost: what was renamed is found again when the path lists its old id under was:';
  return note('refs', detail, hint);
}
