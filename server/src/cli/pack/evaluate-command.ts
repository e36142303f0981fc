import type { PackSource } from '@banfa/policy'
import { smallestRepair } from '@banfa/policy/repair'
import {
  evaluateAmong,
  explain,
  type Outcome,
  type Program,
  unknownNames,
  WrongFacts,
} from '@banfa/policy/run'
import { refusal } from '../../kernel/index.ts'
import { type Out, print } from '../out.ts'
import { compiledPack } from './compiled.ts'
import { readFactsFile } from './facts-file.ts'
import { workingDays } from './working-days.ts'

export type Asked = {
  readonly root: string
  readonly pack: string
  readonly service: string
  readonly facts: string
  readonly on: string
  readonly language: 'zh' | 'en'
}

/** banfa evaluate: the outcome of a service on a facts file. */
export async function evaluateFacts(asked: Asked, out: Out): Promise<void> {
  const { program, outcome } = await ask(asked)
  print(out, { json: outcome, lines: explain(program, outcome, asked.language).slice(0, 1) })
}

/** banfa explain: the same with every finding said, and what would change it. */
export async function explainFacts(asked: Asked, out: Out): Promise<void> {
  const { program, outcome, facts } = await ask(asked)
  const question = { service: asked.service, facts, on: asked.on, workingDays }
  const changes = smallestRepair(program, question, outcome)?.changes ?? []
  const lines = explain(program, outcome, asked.language)
  const readings = readingsBehind(program, outcome)
  print(out, {
    json: { ...outcome, reads: lines, readings: readings.map(({ name }) => name), changes },
    lines: [
      ...lines,
      ...readings.map((one) => readingLine(one, asked.language)),
      ...changes.map(({ says }) => `→ ${says[asked.language]}`),
    ],
  })
}

/** The readings of an unclear text on which something of this outcome rests. */
function readingsBehind(program: Program, { service, findings, values }: Outcome) {
  const told = [
    service,
    ...findings.map(({ condition }) => condition),
    ...values.map(({ value }) => value),
  ]
  return program.interpretations.filter(({ touches }) =>
    touches.some((name) => told.includes(name)),
  )
}

function readingLine(
  { cite, question, taken }: Program['interpretations'][number],
  language: Asked['language'],
): string {
  const heading = language === 'zh' ? '解释口径' : 'Read as'
  return `※ ${cite} ${heading}：${question[language]} → ${taken[language]}`
}

async function ask(asked: Asked) {
  const { program, source } = await compiledPack(asked.root, asked.pack)
  refuseUnknownService(program, asked.service)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asked.on)) refusal('cli.malformed-day', { text: asked.on })
  const facts = await readFactsFile(asked.facts)
  refuseUnknownNames(source, unknownNames(program, facts))
  return {
    program,
    facts,
    outcome: answerOrRefuse(program, { service: asked.service, facts, on: asked.on, workingDays }),
  }
}

function refuseUnknownService(program: Program, service: string): void {
  if (Object.hasOwn(program.services, service)) return
  refusal('cli.service-not-found', { named: service, has: Object.keys(program.services) })
}

/** A name that no vocabulary knows is most often a slip of the pen; one not asked here does no harm. */
function refuseUnknownNames(source: PackSource, names: readonly string[]): void {
  const known = [...Object.keys(source.vocabulary), ...Object.keys(source.records)]
  const strange = names.filter((name) => !known.includes(name))
  if (strange.length > 0) refusal('cli.facts-not-known', { names: strange }, { field: strange })
}

function answerOrRefuse(program: Program, question: Parameters<typeof evaluateAmong>[1]): Outcome {
  try {
    return evaluateAmong(program, question)
  } catch (problem) {
    if (problem instanceof RangeError) return refusal('cli.malformed-day', { text: question.on })
    if (!(problem instanceof WrongFacts)) throw problem
    const { misfits } = problem
    return refusal(
      'cli.facts-wrong',
      {
        count: misfits.length,
        zh: misfits.map(({ says }) => says.zh).join('；'),
        en: misfits.map(({ says }) => says.en).join('; '),
      },
      { field: misfits.map(({ fact }) => fact) },
    )
  }
}
