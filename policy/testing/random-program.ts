import fc from 'fast-check'
import type { Condition, Expression, Program } from '../src/run.ts'
import { ratio } from '../src/values/rational.ts'
import { FACTS, truths, values } from './random-formula.ts'
import { YEARS } from './random-records.ts'
import { cite, words } from './random-words.ts'

type Bare =
  | { readonly kind: 'computed'; readonly test: Expression }
  | { readonly kind: 'evidenced'; readonly paper: string }
  | { readonly kind: 'judged' }
  | { readonly kind: 'all' | 'any' | 'none'; readonly of: readonly Bare[] }
  | { readonly kind: 'variant'; readonly when: readonly Expression[]; readonly of: readonly Bare[] }
  | { readonly kind: 'at-least'; readonly count: number; readonly of: readonly Bare[] }

function bare(depth: number): fc.Arbitrary<Bare> {
  const leaves: fc.Arbitrary<Bare> = fc.oneof(
    { weight: 4, arbitrary: truths(2).map((test): Bare => ({ kind: 'computed', test })) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('deed', 'report')
        .map((paper): Bare => ({ kind: 'evidenced', paper })),
    },
    { weight: 1, arbitrary: fc.constant<Bare>({ kind: 'judged' }) },
  )
  if (depth === 0) return leaves
  const members = fc.array(bare(depth - 1), { minLength: 1, maxLength: 3 })
  return fc.oneof(
    leaves,
    fc
      .tuple(fc.constantFrom('all' as const, 'any' as const, 'none' as const), members)
      .map(([kind, of]): Bare => ({ kind, of })),
    members.chain((of) =>
      fc
        .integer({ min: 1, max: of.length })
        .map((count): Bare => ({ kind: 'at-least', count, of })),
    ),
    members.chain((of) =>
      fc.tuple(...of.map(() => truths(1))).map((when): Bare => ({ kind: 'variant', when, of })),
    ),
  )
}

/** Each node gets a name of its own, in printed order. */
function named(one: Bare, path: string): Condition {
  const about = { name: path, cite, title: words(path) }
  const members = (of: readonly Bare[]) => of.map((member, at) => named(member, `${path}-${at}`))
  switch (one.kind) {
    case 'computed':
      return { ...about, kind: 'computed', test: one.test, printed: path }
    case 'evidenced':
      return { ...about, kind: 'evidenced', paper: one.paper }
    case 'judged':
      return { ...about, kind: 'judged', question: words(path), by: 'bureau', looksAt: [] }
    case 'all':
    case 'any':
    case 'none':
      return { ...about, kind: one.kind, of: members(one.of) }
    case 'at-least':
      return { ...about, kind: 'at-least', count: one.count, of: members(one.of) }
    case 'variant': {
      const printed = one.when.map(({ kind }) => kind)
      return { ...about, kind: 'variant', when: one.when, printed, of: members(one.of) }
    }
  }
}

export function programWith(root: Condition, worked: Program['values'] = {}): Program {
  const paper = { title: words('deed'), cite, kinds: ['pdf'] as const, required: false, help: null }
  return {
    format: 1,
    pack: 'random',
    version: '1',
    digest: '0'.repeat(64),
    title: words('random'),
    issuer: 'bureau',
    state: 'published',
    validFrom: null,
    validUntil: null,
    offices: { bureau: { title: words('bureau'), level: 'city' } },
    articles: [],
    facts: FACTS,
    records: { years: YEARS },
    values: worked,
    conditions: { [root.name]: root },
    services: {
      apply: {
        name: 'apply',
        title: words('apply'),
        cite,
        kind: 'recognition',
        needs: root.name,
        applicants: ['enterprise'],
        joint: false,
        papers: [{ name: 'deed', ...paper }],
        route: [],
        grants: { title: words('grant'), numberPrefix: '甲', cite },
        pays: worked['value-money']
          ? {
              cite,
              amount: 'value-money',
              payable: 'value-money',
              split: [
                { by: 'bureau', share: ratio(1n, 3n) },
                { by: 'bureau', share: ratio(2n, 3n) },
              ],
              excludes: [],
              fairReview: null,
            }
          : null,
      },
    },
    delegations: [],
    duties: [],
    sanctions: [],
    interpretations: [],
    source: null,
    transitional: [],
    rankings: [],
    targets: [],
    actions: [],
  }
}

export const programs: fc.Arbitrary<Program> = fc
  .tuple(bare(2), values)
  .map(([root, worked]) => programWith(named(root, 'c'), worked))
