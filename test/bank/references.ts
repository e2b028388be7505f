/**
 * The keys of the bundled questions, computed a second time: by the id of a question within its
 * topic, from the parameters that were drawn. A number, a list, a list of lists, the text of an
 * option, or for an expression a function of its variables.
 */
export type References = Readonly<Record<string, (params: Drawn) => Reference>>;

/** Parameters by name. */
// biome-ignore lint/suspicious/noExplicitAny: numbers, texts and lists of them, as the question draws them
export type Drawn = any;

export type Reference =
  | number
  | string
  | boolean
  | readonly (number | string | readonly (number | string)[])[]
  | ((variables: Drawn) => number);
