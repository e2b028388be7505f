/** An expression that is not one. The message is the end of a sentence about it. */
export class BadExpression extends Error {
  override readonly name = 'BadExpression';
}
