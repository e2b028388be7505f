/**
 * A formula as a tree of typesetting constructs: what `tex/` reads and what every output form
 * (boxes, one line, speech) is made from. Characters are Unicode, letters in their plain form with
 * the alphabet kept beside them, so that each form can write them in its own way.
 */
export type Formula =
  | Row
  | Atom
  | Space
  | Fraction
  | Root
  | Scripts
  | Limits
  | Accent
  | Fenced
  | Arrow
  | Table
  | Frame
  | Struck
  | Phantom;

/** The eight classes that decide the space between two atoms (TeXbook, chapter 18). */
export type AtomClass = 'ord' | 'op' | 'bin' | 'rel' | 'open' | 'close' | 'punct' | 'inner';

export type Alphabet = 'plain' | 'bold' | 'double-struck' | 'script' | 'fraktur';

export interface Row {
  readonly kind: 'row';
  readonly items: readonly Formula[];
}

export interface Atom {
  readonly kind: 'atom';
  readonly text: string;
  readonly class: AtomClass;
  readonly alphabet: Alphabet;
  /** `name` is upright and of several letters (softmax), `text` is prose, `fence` is a `\middle`. */
  readonly form: 'letter' | 'number' | 'name' | 'text' | 'sign' | 'fence';
}

/** At least so many columns between its neighbours, where their classes ask for less. */
export interface Space {
  readonly kind: 'space';
  readonly columns: number;
}

export interface Fraction {
  readonly kind: 'fraction';
  readonly numerator: Formula;
  readonly denominator: Formula;
  /** False for binomials, which stack without a bar. */
  readonly bar: boolean;
}

export interface Root {
  readonly kind: 'root';
  readonly radicand: Formula;
  readonly degree: Formula | null;
}

/** A subscript and a superscript to the right of the nucleus. */
export interface Scripts {
  readonly kind: 'scripts';
  readonly nucleus: Formula;
  readonly sub: Formula | null;
  readonly sup: Formula | null;
}

/** Something centred below and above the nucleus, such as the bounds of a sum. */
export interface Limits {
  readonly kind: 'limits';
  readonly nucleus: Formula;
  readonly under: Formula | null;
  readonly over: Formula | null;
}

export type Mark =
  | 'hat'
  | 'tilde'
  | 'bar'
  | 'vec'
  | 'dot'
  | 'ddot'
  | 'dddot'
  | 'check'
  | 'breve'
  | 'acute'
  | 'grave'
  | 'ring'
  | 'line'
  | 'brace'
  | 'right arrow'
  | 'left arrow'
  | 'double arrow';

export interface Accent {
  readonly kind: 'accent';
  readonly nucleus: Formula;
  readonly mark: Mark;
  readonly side: 'over' | 'under';
}

/** Brackets that grow with what they hold. An empty string is a side without a bracket. */
export interface Fenced {
  readonly kind: 'fenced';
  readonly open: string;
  readonly close: string;
  readonly body: Row;
}

/** A relation that stretches to the labels which `Limits` put on it. */
export interface Arrow {
  readonly kind: 'arrow';
  readonly text: string;
}

export type Alignment = 'left' | 'center' | 'right';

export interface Table {
  readonly kind: 'table';
  readonly rows: readonly (readonly Formula[])[];
  /** One for each column. */
  readonly alignments: readonly Alignment[];
  /** Columns of space between neighbouring columns: one fewer than the columns of the table. */
  readonly gaps: readonly number[];
  /** Whether a rule follows the column or the row. */
  readonly columnRules: readonly boolean[];
  readonly rowRules: readonly boolean[];
  readonly use: 'matrix' | 'cases' | 'lines' | 'stack';
}

export interface Frame {
  readonly kind: 'frame';
  readonly body: Formula;
  readonly top: boolean;
  readonly bottom: boolean;
  readonly left: boolean;
  readonly right: boolean;
}

/** Crossed out. */
export interface Struck {
  readonly kind: 'struck';
  readonly body: Formula;
}

/** Takes the place of its body and shows nothing. */
export interface Phantom {
  readonly kind: 'phantom';
  readonly body: Formula;
}

export function row(items: readonly Formula[]): Row {
  return { kind: 'row', items: items.flatMap((i) => (i.kind === 'row' ? i.items : [i])) };
}

export function atom(
  text: string,
  cls: AtomClass,
  form: Atom['form'] = 'sign',
  alphabet: Alphabet = 'plain',
): Atom {
  return { kind: 'atom', text, class: cls, alphabet, form };
}

export function fenced(open: string, close: string, items: readonly Formula[]): Fenced {
  return { kind: 'fenced', open, close, body: row(items) };
}

/** The one formula in a row of one, else the formula itself. */
export function single(formula: Formula): Formula {
  const only = formula.kind === 'row' && formula.items.length === 1 ? formula.items[0] : undefined;
  return only ?? formula;
}

/** What stands for `{}`: an atom to the spacing rules, nothing to the eye. */
export const NOTHING: Atom = atom('', 'ord');

/** What the row holds that is seen; a formula that is no row counts as a row of one. */
export function visibleItems(formula: Formula): readonly Formula[] {
  const items = formula.kind === 'row' ? formula.items : [formula];
  return items.filter((item) => item.kind !== 'space' && item !== NOTHING);
}

export function isEmpty(formula: Formula): boolean {
  return visibleItems(formula).length === 0;
}

export function isAtom(formula: Formula | undefined, cls?: AtomClass): formula is Atom {
  return formula?.kind === 'atom' && (cls === undefined || formula.class === cls);
}
