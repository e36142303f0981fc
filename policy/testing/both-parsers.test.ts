import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { namesIn } from '../src/check/formula-here.ts'
import { typeAny } from '../src/check/formula-types.ts'
import { knownOf } from '../src/check/known.ts'
import type { Scope } from '../src/check/scope.ts'
import { type PackSource, readPack } from '../src/index.ts'
import type { Expression } from '../src/run.ts'
import { FormulaError } from '../src/syntax/cursor.ts'
import type { Tree } from '../src/syntax/formula-tree.ts'
import { parseFormula, parseUnary } from '../src/syntax/parse-formula.ts'
import { namesOf } from '../src/syntax/token.ts'
import { Complaints } from '../src/text/complaint.ts'
import { feelTree, feelUnary, NotFeel } from './feel-tree.ts'
import { sourceOf } from './packs.ts'
import { BEYOND_FEEL, type Beyond, plainFeel } from './plain-feel.ts'
import { truths } from './random-text.ts'
import { FILES, VOCABULARY } from './small-pack.ts'

/** What check makes of a tree: the node of the program, or why it does not fit. */
function meant(read: () => Tree, scope: Scope): Expression | string {
  try {
    return typeAny(read(), scope).expression
  } catch (problem) {
    if (problem instanceof NotFeel) return 'unreadable'
    if (!(problem instanceof FormulaError)) throw problem
    return problem.zh
  }
}

const scopeOf = (source: PackSource) => knownOf(source, new Complaints()).scope

function ours(formula: string, scope: Scope): Tree | null {
  try {
    return parseFormula(formula, namesIn(scope))
  } catch (problem) {
    if (problem instanceof FormulaError) return null
    throw problem
  }
}

/** The same program of both, where our own parser reads the formula at all. */
function expectSame(formula: string, scope: Scope): void {
  const tree = ours(formula, scope)
  if (!tree) return
  const wanted = meant(() => tree, scope)
  expect(
    meant(() => feelTree(formula, namesIn(scope)), scope),
    formula,
  ).toEqual(wanted)
}

/** Every formula of a part of a pack; the tests of tables are read apart. */
function formulasIn(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(formulasIn)
  if (typeof part !== 'object' || part === null) return []
  if ('formula' in part && typeof part.formula === 'string') return [part.formula]
  return Object.entries(part).flatMap(([key, inner]) =>
    key === 'when' && 'gives' in part ? [] : formulasIn(inner),
  )
}

/** Every test of a table beside the formula it tests. */
function testsIn(source: PackSource): readonly (readonly [test: string, of: string])[] {
  return source.values.flatMap(({ body }) => {
    if (body.kind !== 'table') return []
    const { of, rows } = body.is
    return rows.flatMap(({ when }) =>
      when.map((test, at) => [test.formula, of[at]?.formula ?? ''] as const),
    )
  })
}

function expectSamePack(source: PackSource): number {
  const scope = scopeOf(source)
  const formulas = formulasIn([source.conditions, source.values, source.services])
  for (const formula of formulas) expectSame(formula, scope)
  const tests = testsIn(source)
  for (const [when, of] of tests) {
    const tree = parseFormula(of, namesIn(scope))
    const wanted = meant(() => parseUnary(when, tree, namesIn(scope)), scope)
    expect(
      meant(() => feelUnary(when, tree, namesIn(scope)), scope),
      when,
    ).toEqual(wanted)
  }
  return formulas.length + tests.length
}

const packs = readdirSync(new URL('../../packs', import.meta.url))
const reference = readFileSync(new URL('../../docs/language.md', import.meta.url), 'utf8')
const fences = [...reference.matchAll(/```([a-z-]+)(?: ([a-z]+))?\n([\s\S]*?)```/g)].map(
  ([, language = '', kind = '', body = '']) => ({ language, kind, body }),
)
const small = scopeOf(readPack({ files: FILES, vocabulary: VOCABULARY }))
const linesOf = (body: string) =>
  body.split('\n').flatMap((line) => line.split('#')[0]?.trim() || [])

describe('our parser and lezer-feel make the same program', () => {
  test.each(packs)('of every formula of %s', (pack) => {
    expect(expectSamePack(sourceOf(pack))).toBeGreaterThan(0)
  })

  test('of every formula of the reference; what does not pass fails for the same reason', () => {
    const lines = fences
      .filter(({ language }) => language.startsWith('formula'))
      .flatMap(({ body }) => linesOf(body))
    expect(lines.length).toBeGreaterThan(80)
    for (const line of lines) expectSame(line, small)
  })

  test('of the packs in the reference', () => {
    const place = { condition: 'conditions/fit.yaml', values: 'values/all.yaml' }
    for (const { kind, body } of fences) {
      const file = place[kind as keyof typeof place]
      if (file)
        expectSamePack(readPack({ files: { ...FILES, [file]: body }, vocabulary: VOCABULARY }))
    }
  })

  test('of random formulas, typed well or not', () => {
    fc.assert(
      fc.property(truths(2), (formula) => {
        expect(ours(formula, small), formula).not.toBeNull()
        expectSame(formula, small)
      }),
      { numRuns: 1500 },
    )
  }, 60_000)
})

describe('what FEEL itself has no syntax for', () => {
  const names = namesOf(small.names)

  test.each(Object.entries(BEYOND_FEEL))('%s is put into plain words first', (beyond, formula) => {
    expect(parseFormula(formula, names)).toBeDefined()
    expect([...plainFeel(formula, names).beyond]).toContain(beyond)
  })

  test('is all that is put into other words in packs and reference', () => {
    const all = [
      ...packs.flatMap((pack) => {
        const source = sourceOf(pack)
        const known = namesIn(scopeOf(source))
        return formulasIn([source.conditions, source.values, source.services]).map(
          (formula) => plainFeel(formula, known).beyond,
        )
      }),
      ...fences
        .filter(({ language }) => language === 'formula')
        .flatMap(({ body }) => linesOf(body))
        .map((formula) => plainFeel(formula, names).beyond),
    ]
    const used = new Set<Beyond>(all.flatMap((one) => [...one]))
    expect([...used].sort()).toEqual(Object.keys(BEYOND_FEEL).sort())
  })

  test('and what FEEL reads that our profile leaves out is refused by ours', () => {
    for (const formula of [
      '-3 < 人员数',
      'for i in [1, 2] return i',
      '{ a: 1 }',
      'x instance of number',
    ])
      expect(ours(formula, small), formula).toBeNull()
  })
})
