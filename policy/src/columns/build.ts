/**
 * The one place where text becomes code. What an author wrote reaches it only as JSON literals or as
 * places in lists, never as text of its own.
 */
export function build(parameter: string, text: string): (given: unknown) => unknown {
  return new Function(parameter, text) as (given: unknown) => unknown
}
