import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sha256 } from '../testing/packs.ts'
import { complaintsAbout, FILES, VOCABULARY, withFormula } from '../testing/small-pack.ts'
import { compile, type PackFiles, readPack, tryExamples, workedExamples } from './index.ts'
import { rankField } from './rank.ts'
import { evaluate, type Facts } from './run.ts'

/** Every fenced example of the reference, run as the reference says. */
const text = readFileSync(new URL('../../docs/language.md', import.meta.url), 'utf8')
const fences = [...text.matchAll(/```([a-z-]+)(?: ([a-z]+))?\n([\s\S]*?)```/g)].map(
  ([, language = '', kind = '', body = '']) => ({ language, kind, body }),
)

const PLACE: Readonly<Record<string, string>> = {
  measure: 'pack.yaml',
  gist: 'gist.yaml',
  condition: 'conditions/fit.yaml',
  values: 'values/all.yaml',
  reward: 'services/reward.yaml',
  service: 'services/apply.yaml',
  examples: 'examples/fit.yaml',
}

const bodyOf = (kind: string) => fences.find((fence) => fence.kind === kind)?.body ?? ''
const reward = fences.find(({ kind }) => kind === 'reward')?.body ?? ''

/** The small pack with an example of the reference in the place of its own file; worked examples see its reward. */
function packWith(kind: string, body: string) {
  const place = PLACE[kind]
  const beside = kind === 'examples' ? { 'services/reward.yaml': reward } : {}
  if (kind === 'rankings') return { files: withRankings(body), vocabulary: VOCABULARY }
  return place
    ? { files: { ...FILES, ...beside, [place]: body }, vocabulary: VOCABULARY }
    : { files: FILES, vocabulary: { ...VOCABULARY, 'more.yaml': body } }
}

/** The small pack with the values and the rankings of the reference. */
function withRankings(body: string): PackFiles {
  const values = { 'values/all.yaml': bodyOf('values') }
  return { ...FILES, ...values, 'pack.yaml': `${FILES['pack.yaml']}${body}` }
}

/** Place, grade and who is inside, a line for each of the field. */
function standings(ranking: string, body: string) {
  const field = body
    .trim()
    .split('\n')
    .map((line) => /^(\S+) (\{.*\}) # (.*)$/.exec(line) ?? [])
    .map(([, id = '', facts = '', answer = '']) => ({ id, facts: JSON.parse(facts), answer }))
  const { program } = compile(readPack(packWith('rankings', bodyOf('rankings'))), sha256)
  if (!program) throw new Error('the rankings of the reference do not compile')
  const all = field.map(({ id, facts: given }) => ({ id, facts: given, on: '2025-03-01' }))
  const { placed } = rankField(program, ranking, { all })
  return placed.map(({ id, place, grade, admission }, at) => ({
    id,
    says: field[at]?.answer,
    gives: `${place ?? '-'} ${grade ?? '-'} ${admission?.is}`,
  }))
}

function answerTo(formula: string, facts: Facts) {
  const { program, complaints } = compile(readPack(withFormula(formula)), sha256)
  expect(
    complaints.filter(({ level }) => level === 'error'),
    formula,
  ).toEqual([])
  const outcome = program && evaluate(program, { service: 'apply', facts, on: '2025-03-01' })
  return outcome?.findings.find(({ condition }) => condition === 'large-enough')?.answer
}

const lines = (body: string) =>
  body.split('\n').flatMap((line) => {
    const [formula = '', answer = ''] = line.split('#').map((part) => part.trim())
    return formula === '' ? [] : [{ formula, answer }]
  })

let facts: Facts = {}
describe('the reference', () => {
  for (const { language, kind, body } of fences) {
    if (language === 'facts') facts = JSON.parse(body)
    const given = facts
    if (language === 'formula') {
      test.each(lines(body))('$formula is $answer', ({ formula, answer }) => {
        expect(answerTo(formula, given)).toBe(answer)
      })
    }
    if (language === 'formula-wrong') {
      test.each(lines(body))('$formula does not pass', ({ formula }) => {
        const codes = complaintsAbout(withFormula(formula)).map(({ code }) => code)
        expect(codes).toEqual(['formula.wrong'])
      })
    }
    if (language === 'field') {
      test.each(standings(kind, body))('of the field $id is $says', ({ says, gives }) => {
        expect(gives).toBe(says)
      })
    }
    if (language === 'pack') {
      test(`its ${kind} has no complaint, and its examples hold`, () => {
        const source = readPack(packWith(kind, body))
        const { program, complaints } = compile(source, sha256)
        expect(complaints.filter(({ level }) => level === 'error')).toEqual([])
        if (!program) return
        const tried = tryExamples(workedExamples(source), 'interpreter', (service, asked, on) =>
          evaluate(program, { service, facts: asked, on }),
        )
        expect(tried.flatMap(({ differs }) => differs)).toEqual([])
      })
    }
  }

  test('has an example of every kind', () => {
    const kinds = new Set(fences.map(({ language, kind }) => `${language} ${kind}`.trim()))
    for (const kind of [
      'formula',
      'formula-wrong',
      'facts',
      'pack measure',
      'pack gist',
      'pack vocabulary',
      'pack condition',
      'pack values',
      'pack rankings',
      'field yearly',
      'pack reward',
      'pack service',
      'pack examples',
    ]) {
      expect(kinds).toContain(kind)
    }
  })
})
