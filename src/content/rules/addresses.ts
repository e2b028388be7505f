import type { ResourceEntry } from '../format/schema.ts';
import type { Issue } from '../issue.ts';
import type { PathFiles } from '../path-files.ts';

/** Rules about the addresses of resources. */
export const addressRules = [checkDuplicateAddresses, checkStatus];

/** One address is one resource, under whatever words it was listed. */
function checkDuplicateAddresses(files: PathFiles): Issue[] {
  const first = new Map<string, { id: string; title: string }>();
  return eachResource(files, (resource, issue) => {
    if (resource.url === undefined) return [];
    const address = sameAddress(resource.url);
    const other = first.get(address);
    if (!other) {
      first.set(address, resource);
      return [];
    }
    const message = `${resource.id} ("${resource.title}") has the address of ${other.id} ("${other.title}")`;
    const hint = 'Keep one resource; its other titles belong under listed.';
    return [issue('url', 'address.duplicate', message, hint)];
  });
}

/** What is not simply ok says what is wrong and what to do instead. */
function checkStatus(files: PathFiles): Issue[] {
  return eachResource(files, (resource, issue) => {
    const { id, status } = resource;
    const issues: Issue[] = [];
    const need = (ok: boolean, code: string, message: string, hint: string) => {
      if (!ok) issues.push(issue('status', code, message, hint));
    };
    if (status === 'dead') {
      need(
        resource.replacement !== undefined,
        'status.replacement',
        `${id} is dead and names no replacement`,
        'Add replacement: {title, url}.',
      );
    } else {
      // A printed book may have none.
      const open = resource.url !== undefined || resource.kind === 'book';
      need(open, 'status.url', `${id} has no address to open`, 'Add url:.');
    }
    if (status === 'moved') {
      const message = `${id} moved, but from where is not said`;
      need(resource.seed_url !== undefined, 'status.seed-url', message, 'Add seed_url:.');
    }
    if (status !== 'ok') {
      const message = `${id} is ${status}, but what is wrong is not said`;
      need(resource.note !== undefined, 'status.note', message, 'Add note:.');
    }
    return issues;
  });
}

type MakeIssue = (key: string, code: string, message: string, hint: string) => Issue;

function eachResource(
  files: PathFiles,
  rule: (resource: ResourceEntry, issue: MakeIssue) => Issue[],
): Issue[] {
  const { source, value } = files.resources;
  return value.resources.flatMap((resource, i) =>
    rule(resource, (key, code, message, hint) =>
      source.issue('error', code, ['resources', i, key], message, { hint }),
    ),
  );
}

/**
 * Addresses that lead to the same page are equal in this form: scheme, `www.`, a trailing slash,
 * the fragment and a video's playlist or start time do not count.
 */
function sameAddress(address: string): string {
  const url = new URL(address);
  const host = url.host.replace(/^www\./, '').toLowerCase();
  const video = host.endsWith('youtube.com') ? url.searchParams.get('v') : null;
  const query = video === null ? url.search : `?v=${video}`;
  return `${host}${url.pathname.replace(/\/+$/, '')}${query}`;
}
