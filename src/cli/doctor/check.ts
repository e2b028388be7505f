/**
 * One thing that `doctor` looks at. A note is worth knowing and no fault. No detail holds anything
 * private: no text of notes or answers, no folder, no name of a path of one's own.
 */
export interface Check {
  name: string;
  state: 'good' | 'note' | 'bad';
  detail: string;
  /** What to do about it. */
  hint?: string;
}

export function good(name: string, detail: string): Check {
  return { name, state: 'good', detail };
}

export function note(name: string, detail: string, hint?: string): Check {
  return { name, state: 'note', detail, ...(hint ? { hint } : {}) };
}

export function bad(name: string, detail: string, hint?: string): Check {
  return { name, state: 'bad', detail, ...(hint ? { hint } : {}) };
}
