import { contentOf, type Program } from '@banfa/policy/run'
import { sha256 } from '../src/kernel/index.ts'

export const words = (zh: string) => ({ zh, en: `${zh} (en)` })

/** A measure of two articles and one service whose condition is a judgement. */
export function aProgram(traits: Partial<Program> = {}): Program {
  const cite = '第1条' as Program['articles'][number]['article']
  const article = { chapter: words('总则'), gist: words('大意'), reason: words('理由') }
  const content = {
    format: 1,
    pack: 'a-measure',
    version: '2025',
    title: words('某办法'),
    issuer: 'city-bureau',
    state: 'published',
    validFrom: null,
    validUntil: null,
    offices: { 'city-bureau': { title: words('市科技局'), level: 'city' } },
    articles: [
      { ...article, article: cite, mark: 'executable', carriedBy: ['a-service'] },
      { ...article, article: '第2条' as typeof cite, mark: 'manual', carriedBy: [] },
    ],
    facts: {},
    records: {},
    values: {},
    conditions: {
      'a-condition': {
        kind: 'judged',
        name: 'a-condition',
        cite,
        title: words('条件'),
        question: words('是否符合？'),
        by: 'city-bureau',
        looksAt: [],
      },
    },
    services: {
      'a-service': {
        name: 'a-service',
        title: words('某认定'),
        cite,
        kind: 'recognition',
        needs: 'a-condition',
        applicants: ['enterprise'],
        joint: false,
        papers: [],
        route: [],
        grants: { title: words('某'), numberPrefix: '某', cite },
        pays: null,
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
    ...traits,
  } as const satisfies Omit<Program, 'digest'> & Partial<Program>
  return { ...content, digest: sha256(contentOf(content)) }
}
