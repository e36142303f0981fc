import { readFile } from 'node:fs/promises'
import type { Facts } from '@banfa/policy/run'
import { parse } from 'yaml'
import { refusal } from '../../kernel/index.ts'

const LARGEST = 1_000_000

/** Reads supplied facts from JSON or YAML: one flat object, names to values. `-` is standard input. */
export async function readFactsFile(file: string): Promise<Facts> {
  const text = await readFile(file === '-' ? '/dev/stdin' : file, 'utf8').catch((problem: Error) =>
    refusal('cli.facts-unreadable', { file, why: problem.message }),
  )
  if (text.length > LARGEST) refusal('cli.facts-unreadable', { file, why: 'larger than 1 MB' })
  const read = parsed(file, text)
  const plain = typeof read === 'object' && read !== null && !Array.isArray(read)
  return plain
    ? (read as Facts)
    : refusal('cli.facts-unreadable', { file, why: 'not an object of facts' })
}

function parsed(file: string, text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 0 })
  } catch (problem) {
    return refusal('cli.facts-unreadable', {
      file,
      why: String((problem as Error).message).split('\n')[0] ?? '',
    })
  }
}
