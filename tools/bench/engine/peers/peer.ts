/** A package of the bench's own package.json; the product and its types know none of them. */
export async function peer(name: string): Promise<unknown> {
  return await import(name)
}
