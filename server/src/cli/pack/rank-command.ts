import { readFile } from 'node:fs/promises'
import { type Placed, type RankedField, rankField } from '@banfa/policy/rank'
import { type Facts, WrongFacts } from '@banfa/policy/run'
import { Command } from 'commander'
import { parse } from 'yaml'
import { refusal } from '../../kernel/index.ts'
import { type Out, print } from '../out.ts'
import { compiledPack } from './compiled.ts'

type RankAsked = {
  readonly root: string
  readonly pack: string
  readonly ranking: string
  readonly facts: string
  readonly on: string
}

type One = {
  readonly id: string
  readonly facts: Facts
  readonly on?: string
  readonly district?: string
}

/** `banfa rank`: the places of a field read from a file. */
export function rankCommand(around: { root: string; today: string }, out: Out): Command {
  return new Command('rank')
    .description('按办法排名：名次、等次、入围 · places, grades and who is inside of a field')
    .argument('<pack>')
    .argument('<ranking>')
    .requiredOption(
      '--facts <file>',
      '各家事实（JSON 或 YAML）· a list of id, facts, and district or on where they matter',
    )
    .option('--on <day>', '哪一天 · the day asked for, yyyy-mm-dd')
    .option('--json', '输出 JSON · print JSON')
    .action((pack: string, ranking: string, { facts, on }: { facts: string; on?: string }) =>
      rankFile({ root: around.root, pack, ranking, facts, on: on ?? around.today }, out),
    )
}

async function rankFile(asked: RankAsked, out: Out): Promise<void> {
  const { program } = await compiledPack(asked.root, asked.pack)
  const has = program.rankings.map(({ name }) => name)
  if (!has.includes(asked.ranking)) refusal('cli.ranking-not-found', { named: asked.ranking, has })
  const all = (await readField(asked.facts)).map((one) => ({ ...one, on: one.on ?? asked.on }))
  const ranked = rankedOrRefused(() => rankField(program, asked.ranking, { all }))
  print(out, { json: ranked, lines: linesOf(ranked) })
}

function rankedOrRefused(work: () => RankedField): RankedField {
  try {
    return work()
  } catch (problem) {
    if (problem instanceof WrongFacts) {
      const { misfits } = problem
      return refusal('cli.facts-wrong', {
        count: misfits.length,
        zh: misfits.map(({ says }) => says.zh).join('；'),
        en: misfits.map(({ says }) => says.en).join('; '),
      })
    }
    if (problem instanceof RangeError) return refusal('cli.field-wrong', { why: problem.message })
    throw problem
  }
}

function linesOf({ placed, taken }: RankedField): string[] {
  const last = Number.POSITIVE_INFINITY
  const sorted = [...placed].sort((a, b) => (a.place ?? last) - (b.place ?? last) || 0)
  return [
    ...sorted.map(lineOf),
    ...taken.map(({ quota, under, seats, taken: used }) =>
      [quota, under, `${used}/${seats}`].filter(Boolean).join(' '),
    ),
  ]
}

function lineOf({ place, id, points, grade, admission }: Placed): string {
  return [place ?? '-', id, points ?? '-', grade ?? '-', admission?.is ?? ''].join('\t').trimEnd()
}

async function readField(file: string): Promise<One[]> {
  const text = await readFile(file === '-' ? '/dev/stdin' : file, 'utf8').catch((problem: Error) =>
    refusal('cli.facts-unreadable', { file, why: problem.message }),
  )
  const read = parsed(file, text)
  const isField = Array.isArray(read) && read.every(isOne)
  return isField
    ? read
    : refusal('cli.facts-unreadable', { file, why: 'not a list of id and facts' })
}

function isOne(one: unknown): one is One {
  if (typeof one !== 'object' || one === null || !('id' in one) || !('facts' in one)) return false
  return typeof one.id === 'string' && typeof one.facts === 'object' && one.facts !== null
}

function parsed(file: string, text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 0 })
  } catch (problem) {
    const why = String((problem as Error).message).split('\n')[0] ?? ''
    return refusal('cli.facts-unreadable', { file, why })
  }
}
