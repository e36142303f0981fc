import { readFile } from 'node:fs/promises'
import { type DrawnLot, isSameLot } from '../../cases/index.ts'
import { refusal } from '../../kernel/index.ts'
import { fail, type Out, print } from '../out.ts'

/**
 * Draws a lot again from its published proof, without the office: says who was drawn, or that the
 * proof is not what it says. Refuses `cli.proof-unreadable` for a file that is no proof.
 */
export async function replayDraw(file: string, out: Out): Promise<void> {
  const proof = await readProof(file)
  const isTrue = isSameLot(proof)
  const answer = {
    json: { true: isTrue, drawn: proof.drawn },
    lines: isTrue
      ? [`抽取结果属实 · the draw is true`, ...proof.drawn.map((code) => `  ${code}`)]
      : ['抽取结果与名单、随机数不符 · the draw does not follow from its list and chance'],
  }
  if (isTrue) print(out, answer)
  else fail(out, answer)
}

async function readProof(file: string): Promise<DrawnLot> {
  try {
    const read = JSON.parse(await readFile(file, 'utf8')) as DrawnLot
    if (Array.isArray(read.candidates) && Array.isArray(read.drawn)) return read
  } catch (problem) {
    const why = problem instanceof Error ? problem.message : ''
    return refusal('cli.proof-unreadable', { file, why })
  }
  return refusal('cli.proof-unreadable', { file, why: 'candidates, drawn' })
}
