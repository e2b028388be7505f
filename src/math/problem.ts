/**
 * A formula that this room cannot show, with the reason as a sentence part for people, such as
 * `\foo is not a command`. Never leaves `src/math`: the public functions turn it into a value.
 */
export class NotUnderstood extends Error {
  override readonly name = 'NotUnderstood';
}
