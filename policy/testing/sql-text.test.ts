import { expect, test } from 'vitest'
import type { Expression } from '../src/run.ts'
import { DUCKDB, emitSql, NotInSql, POSTGRESQL } from '../src/sql.ts'
import { programWith } from './random-program.ts'
import { cite, words } from './random-words.ts'

const FROM = { firms: '"facts"', lists: { years: '"years"' } }

function programOn(test: Expression) {
  const about = { name: 'fit', cite, title: words('fit'), printed: 'fit' }
  return programWith({ ...about, kind: 'computed', test })
}

const turnover: Expression = { kind: 'fact', name: 'turnover' }
const before: Expression = { kind: 'fact', name: 'turnover-before' }
const zero: Expression = {
  kind: 'literal',
  value: { kind: 'quantity', amount: { over: '0', under: '1' }, dimension: 'money' },
  printed: '0 元',
}

test('a quotient is compared without dividing, whatever the sign of what divides', () => {
  const program = programOn({
    kind: 'compare',
    is: '>=',
    left: { kind: 'arithmetic', is: '/', left: turnover, right: before },
    right: zero,
  })
  for (const dialect of [POSTGRESQL, DUCKDB]) {
    const { text } = emitSql(program, dialect, { on: '2026-03-02', from: FROM, stated: new Set() })
    expect(text).toContain('sign(')
    expect(text).not.toContain(' / ')
  }
})

test('a sum of quotients over records is refused, never guessed', () => {
  const heads: Expression = { kind: 'field', name: 'heads' }
  const revenue: Expression = { kind: 'field', name: 'revenue' }
  const program = programOn({
    kind: 'compare',
    is: '>',
    left: {
      kind: 'sum',
      records: 'years',
      where: null,
      of: { kind: 'arithmetic', is: '/', left: revenue, right: heads },
    },
    right: zero,
  })
  const emit = () => emitSql(program, POSTGRESQL, { on: '2026-03-02', from: FROM })
  expect(emit).toThrow(NotInSql)
})

test('names are always quoted, and long ones shortened to what PostgreSQL keeps', () => {
  const name = `a${'-very'.repeat(20)}-long-name`
  const program = programOn({ kind: 'compare', is: '>', left: { kind: 'fact', name }, right: zero })
  const known = { ...program, facts: { ...program.facts, [name]: { ...factOf(program), name } } }
  const { text } = emitSql(known, POSTGRESQL, { on: '2026-03-02', from: FROM, stated: new Set() })
  const quoted = [...text.matchAll(/"([^"]+)"/g)].map(([, one]) => one ?? '')
  expect(Math.max(...quoted.map((one) => one.length))).toBeLessThanOrEqual(63)
  expect(text).toContain('"a-very-very-')
})

function factOf({ facts }: ReturnType<typeof programWith>) {
  const found = facts.turnover
  if (!found) throw new Error('no such fact')
  return found
}
