/** Words around a question that say nothing of the matter. */
const ASKING =
  /请问|谁来办|谁负责|谁管|找谁|归谁|哪个部门|哪里|哪儿|怎么办|怎么|如何|办理|什么|吗|呢|啊|\b(who|handles|which|office|where|how|do|i|can|the|a|an|for|of|to|is|my)\b/giu

/**
 * How much of what is asked a text says, 0 to 1: the share of the question's pairs of Chinese
 * characters, and of its other words, that are found in the text.
 */
export function likeness(asked: string, text: string): number {
  const bare = asked.toLowerCase().replaceAll(ASKING, ' ').trim()
  const parts = partsOf(bare || asked.toLowerCase())
  const said = text.toLowerCase()
  if (parts.length === 0) return 0
  return parts.filter((part) => said.includes(part)).length / parts.length
}

function partsOf(text: string): readonly string[] {
  const runs = text.match(/\p{Script=Han}+/gu) ?? []
  const pairs = runs.flatMap((run) => (run.length === 1 ? [run] : pairsOf(run)))
  const words = (text.match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((word) =>
    word.replaceAll(/\p{Script=Han}+/gu, ' ').split(' '),
  )
  return [...new Set([...pairs, ...words.filter((word) => word !== '')])]
}

function pairsOf(run: string): string[] {
  const signs = [...run]
  return signs.slice(1).map((sign, at) => `${signs[at]}${sign}`)
}
