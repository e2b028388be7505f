import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml';
import { NotUnderstood } from '../problem.ts';

const DEEPEST = 60;
const MOST_ELEMENTS = 5000;

/** An element of MathML: `text` is what stands in it where it has no children. */
export interface MathElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly MathElement[];
  readonly text: string;
}

/**
 * The XML as elements. Throws `NotUnderstood` where it is nested more than 60 deep or holds more
 * than 5,000 elements, far beyond any formula that a terminal could show.
 */
export function parseMathML(xml: string): MathElement {
  let count = 0;
  const convert = (element: XmlElement, depth: number): MathElement => {
    count += 1;
    if (depth > DEEPEST) throw new NotUnderstood('it is nested too deeply');
    if (count > MOST_ELEMENTS) throw new NotUnderstood('it has too many parts');
    let text = '';
    const children: MathElement[] = [];
    for (const node of element.children) {
      if (node instanceof XmlElement) children.push(convert(node, depth + 1));
      else if (node instanceof XmlText) text += node.text;
    }
    return { name: element.name, attributes: element.attributes, children, text };
  };
  let root: XmlElement | null;
  try {
    ({ root } = parseXml(xml));
  } catch (error) {
    if (error instanceof RangeError) throw new NotUnderstood('it is nested too deeply');
    throw error;
  }
  if (root === null) throw new NotUnderstood('it is empty');
  return convert(root, 0);
}

/** The first element of that name in or under `element`. */
export function findElement(element: MathElement, name: string): MathElement | undefined {
  if (element.name === name) return element;
  for (const child of element.children) {
    const found = findElement(child, name);
    if (found) return found;
  }
  return undefined;
}

/** A length such as `0.2778em` in em; 0 where there is none or it is in another unit. */
export function inEm(length: string | undefined): number {
  return length?.endsWith('em') ? Number.parseFloat(length) || 0 : 0;
}
