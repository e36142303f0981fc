import type { Condition, Program, Service, ValueDefinition } from '../../../../policy/src/run.ts'
import { FACTS, YEARS } from './facts.ts'
import { type Named, prefixed, RULES, type Rule } from './rules.ts'
import { VALUES } from './values.ts'
import { cite, f, ge, n, words } from './words.ts'

/**
 * The bench's own measure, after the national rules of incubators, high-tech enterprises and small
 * firms and the rewards of a city: 12 services, 76 criteria, 6 band tables, 2 scores, 5 amounts.
 * Its shape is what counts; no office decides by it.
 */
function conditionOf({ name, of }: Rule): Condition {
  const about = (key: string) => ({ name: key, cite, title: words(key) })
  const criteria = prefixed(name, of).map(
    ([key, test]): Condition => ({
      ...about(key),
      kind: 'computed',
      test,
      printed: key,
    }),
  )
  return { ...about(name), kind: 'all', of: criteria }
}

function serviceOf({ name, pays }: Rule): Service {
  return {
    name,
    title: words(name),
    cite,
    kind: pays ? 'reward' : 'recognition',
    needs: name,
    applicants: ['enterprise'],
    joint: false,
    papers: [],
    route: [],
    grants: null,
    pays: pays
      ? { cite, amount: pays, payable: pays, split: [], excludes: [], fairReview: null }
      : null,
  }
}

function definitionOf([name, of, type]: (typeof VALUES)[number]): ValueDefinition {
  return {
    name,
    title: words(name),
    cite,
    type,
    unit: type === 'amount' ? '元' : null,
    options: [],
    of,
    printed: null,
    parts: [],
    scoredBy: null,
  }
}

const named = <T extends { readonly name: string }>(all: readonly T[]) =>
  Object.fromEntries(all.map((one) => [one.name, one]))

/** The measure; `areaFrom` is the threshold that the what-if changes. */
export function measure(areaFrom = '300平方米'): Program {
  const rules = RULES.map((rule) =>
    rule.name === 'maker-base'
      ? {
          ...rule,
          of: rule.of.map(
            (one): Named => (one[0] === 'area' ? ['area', ge(f('floor'), n(areaFrom))] : one),
          ),
        }
      : rule,
  )
  return {
    format: 1,
    pack: 'bench',
    version: '1',
    digest: '0'.repeat(64),
    title: words('bench'),
    issuer: 'bureau',
    state: 'published',
    validFrom: null,
    validUntil: null,
    offices: { bureau: { title: words('bureau'), level: 'city' } },
    articles: [],
    facts: named(FACTS),
    records: { years: YEARS },
    values: named(VALUES.map(definitionOf)),
    conditions: named(rules.map(conditionOf)),
    services: named(rules.map(serviceOf)),
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
