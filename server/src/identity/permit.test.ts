import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Actor,
  DUTIES,
  newId,
  OFFICE_LEVELS,
  type OfficeId,
  type PartyId,
  type PersonActor,
  type PersonId,
  type Post,
  type PostId,
  VISITOR,
} from '../kernel/index.ts'
import { MATRIX, mayAct, permit, type Relation, RIGHTS, type Right } from './index.ts'

const PARTIES = [newId<PartyId>(), newId<PartyId>()] as const
const DISTRICTS = ['天山区', '米东区'] as const
const OFFICE_KEYS = ['city-bureau', 'district-bureau', 'expert-panel'] as const

function aPost(traits: Partial<Post> = {}): Post {
  return {
    id: newId<PostId>(),
    office: newId<OfficeId>(),
    officeKey: 'city-bureau',
    officeName: { zh: '市局', en: 'City bureau' },
    level: 'city',
    district: null,
    title: { zh: '科员', en: 'Officer' },
    duties: ['handle'],
    ...traits,
  }
}

function aPerson(traits: Partial<PersonActor> = {}): PersonActor {
  return {
    kind: 'person',
    person: newId<PersonId>(),
    name: '某人',
    parties: [],
    posts: [],
    isExpert: false,
    ...traits,
  }
}

const inTianshan = { level: 'district', district: '天山区', officeKey: 'district-bureau' } as const
const OPEN: readonly Right[] = [
  'measure.read',
  'call.read',
  'case.object',
  'objection.follow',
  'certificate.verify',
  'session.open',
  'office.read',
  'power.read',
  'calendar.read',
  'waiting.read',
  'consultation.read',
  'consultation.comment',
]
const OF_ANYBODY_IN: readonly Right[] = [
  'case.bulk',
  'filter.keep',
  'search.find',
  'self.sign-in',
  'self.notifications',
  'demo.set-day',
]
const OF_PARTIES: readonly Right[] = [
  'case.start',
  'case.read',
  'case.save-draft',
  'case.attach',
  'case.file',
  'case.withdraw',
  'case.answer-sanction',
  'case.report-change',
  'entitlement.read',
  'party.read',
  'party.edit-facts',
  'party.manage-members',
]

test('a visitor reads what is published, checks certificates and objects; nothing else', () => {
  expect(RIGHTS.filter((right) => mayAct(VISITOR, right, { party: PARTIES[0] }))).toEqual(OPEN)
})

test('an applicant does what is the own party’s to do, and nothing for another party', () => {
  const applicant = aPerson({ parties: [PARTIES[0]] })
  const own = RIGHTS.filter((right) => mayAct(applicant, right, { party: PARTIES[0] }))
  expect(new Set(own)).toEqual(new Set([...OPEN, ...OF_PARTIES, ...OF_ANYBODY_IN]))
  const others = RIGHTS.filter((right) => mayAct(applicant, right, { party: PARTIES[1] }))
  expect(new Set(others)).toEqual(new Set([...OPEN, ...OF_ANYBODY_IN]))
})

test('a viewer of an organisation reads, an editor fills in, an owner files and manages', () => {
  const [party] = PARTIES
  const rightsOf = (part: 'owner' | 'editor' | 'viewer') => {
    const person = aPerson({ parties: [party], parts: { [party]: part } as never })
    return OF_PARTIES.filter((right) => mayAct(person, right, { party }))
  }
  expect(rightsOf('viewer')).toEqual(['case.read', 'entitlement.read', 'party.read'])
  const owners = [
    'case.file',
    'case.withdraw',
    'case.answer-sanction',
    'case.report-change',
    'party.manage-members',
  ]
  expect(rightsOf('editor')).toEqual(OF_PARTIES.filter((right) => !owners.includes(right)))
  expect(rightsOf('owner')).toEqual(OF_PARTIES)
})

test('a functional zone’s office reaches the districts it lies in, and no other', () => {
  const post = aPost({ ...inTianshan, district: 'gaoxin', alsoIn: ['天山区'] })
  const officer = aPerson({ posts: [post] })
  const at = (district: string) =>
    mayAct(officer, 'case.accept', { officeKey: 'district-bureau', district })
  expect([at('gaoxin'), at('天山区'), at('米东区')]).toEqual([true, true, false])
})

test('none of the three administrators may do another’s or touch a case', () => {
  const may = (duty: 'audit' | 'administer' | 'grant') => {
    const person = aPerson({ posts: [aPost({ duties: [duty] })] })
    return RIGHTS.filter(
      (right) => isOfficeRight(right) && mayAct(person, right, { officeKey: 'city-bureau' }),
    )
  }
  expect(may('administer')).toEqual([
    'outbox.read',
    'outbox.send',
    'webhook.manage',
    'office.manage',
    'person.list',
    'person.manage',
  ])
  expect(may('grant')).toEqual(['person.list', 'post.grant', 'substitution.arrange'])
  const auditors = may('audit')
  expect(auditors).toContain('record.read')
  for (const right of ['person.manage', 'office.manage', 'post.grant', 'case.decide'] as const) {
    expect(auditors).not.toContain(right)
  }
})

test('the office that the step names acts, and no other office of the same level', () => {
  const officer = aPerson({ posts: [aPost()] })
  expect(mayAct(officer, 'case.deliberate', { officeKey: 'city-bureau' })).toBe(true)
  expect(mayAct(officer, 'case.deliberate', { officeKey: 'finance-bureau' })).toBe(false)
  expect(mayAct(officer, 'case.deliberate')).toBe(false)
})

test('a district handles cases of its own district only', () => {
  const post = aPost(inTianshan)
  const officer = aPerson({ posts: [post] })
  const relation = { officeKey: 'district-bureau', district: '天山区' }
  expect(permit(officer, 'case.accept', relation)).toBe(post)
  expect(mayAct(officer, 'case.accept', { ...relation, district: '米东区' })).toBe(false)
  expect(mayAct(officer, 'case.read', { district: '米东区' })).toBe(false)
  expect(mayAct(officer, 'case.read')).toBe(false)
})

test('deciding, revoking and enacting need the duty to decide; handling does not give it', () => {
  const handler = aPerson({ posts: [aPost()] })
  const signer = aPerson({ posts: [aPost({ duties: ['decide'] })] })
  for (const right of ['case.decide', 'case.revoke', 'case.refuse', 'measure.enact'] as const) {
    const relation = { officeKey: 'city-bureau' }
    expect([mayAct(handler, right, relation), mayAct(signer, right, relation)]).toEqual([
      false,
      true,
    ])
  }
  expect(mayAct(signer, 'case.accept', { officeKey: 'city-bureau' })).toBe(false)
})

test('a district may refuse by handling, the city only by deciding', () => {
  const district = aPerson({ posts: [aPost(inTianshan)] })
  const relation = { officeKey: 'district-bureau', district: '天山区' }
  expect(mayAct(district, 'case.refuse', relation)).toBe(true)
})

test('an expert judges and reads the cases assigned, and no others', () => {
  const post = aPost({ level: 'experts', officeKey: 'expert-panel', duties: ['review'] })
  const expert = aPerson({ isExpert: true, posts: [post] })
  for (const right of ['case.judge', 'case.read'] as const) {
    expect(permit(expert, right, { assigned: true, district: '天山区' })).toBe(post)
    expect(mayAct(expert, right, { assigned: false })).toBe(false)
    expect(mayAct(expert, right, {})).toBe(false)
  }
  const withoutPost = aPerson({ isExpert: true })
  expect(mayAct(withoutPost, 'case.judge', { assigned: true })).toBe(false)
})

test('the office named by a judged condition judges it itself', () => {
  const officer = aPerson({ posts: [aPost()] })
  expect(mayAct(officer, 'case.judge', { officeKey: 'city-bureau' })).toBe(true)
})

test('a visitor is asked to sign in; who is signed in is told that the post does not allow it', () => {
  const refusedAs = (actor: Actor) => {
    try {
      return permit(actor, 'case.decide', { officeKey: 'city-bureau' })
    } catch (error) {
      return (error as { code: string }).code
    }
  }
  expect(refusedAs(VISITOR)).toBe('identity.signed-out')
  expect(refusedAs(aPerson())).toBe('identity.forbidden')
})

test('the machine has no rights of people, and an unknown right is denied to all', () => {
  const machine = { kind: 'system', job: 'x' } as const
  expect(RIGHTS.filter((right) => mayAct(machine, right, { officeKey: 'city-bureau' }))).toEqual(
    OPEN,
  )
  const everything = aPerson({ parties: PARTIES, posts: [aPost({ duties: DUTIES })] })
  for (const right of ['case.burn', 'constructor', '__proto__', 'toString'] as const) {
    expect(mayAct(everything, right as Right, { officeKey: 'city-bureau' })).toBe(false)
  }
})

const aRight = fc.constantFrom(...RIGHTS)
const aRelation: fc.Arbitrary<Relation> = fc.record(
  {
    party: fc.constantFrom(...PARTIES),
    district: fc.constantFrom(...DISTRICTS),
    officeKey: fc.constantFrom(...OFFICE_KEYS),
    assigned: fc.boolean(),
  },
  { requiredKeys: [] },
)
const anyPost = fc
  .record({
    level: fc.constantFrom(...OFFICE_LEVELS),
    officeKey: fc.constantFrom(...OFFICE_KEYS),
    district: fc.option(fc.constantFrom(...DISTRICTS), { nil: null }),
    duties: fc.uniqueArray(fc.constantFrom(...DUTIES), { minLength: 1 }),
  })
  .map((traits) => aPost(traits))
const isOfficeRight = (right: Right) => Object.keys(MATRIX[right]).join() === 'posts'

test('property: nobody without a post ever has an office right, nor without a party a party’s', () => {
  const anybody = fc
    .record({ parties: fc.subarray([...PARTIES]), isExpert: fc.boolean() })
    .map((traits) => aPerson(traits))
  fc.assert(
    fc.property(aRight, aRelation, anybody, (right, relation, actor) => {
      if (isOfficeRight(right)) return !mayAct(actor, right, relation)
      const isOwn = relation.party !== undefined && actor.parties.includes(relation.party)
      return isOwn || !OF_PARTIES.includes(right) || !mayAct(actor, right, relation)
    }),
    { numRuns: 1000 },
  )
})

test('property: a district’s or delegate’s post never reaches another district', () => {
  fc.assert(
    fc.property(aRight, aRelation, anyPost, (right, relation, post) => {
      fc.pre(post.level === 'district' || post.level === 'delegate')
      fc.pre(post.district !== null && relation.district !== post.district)
      // Naming one's own substitute is about no district; objections are listed one by one.
      fc.pre(right !== 'substitution.arrange' && right !== 'objection.list')
      const bare = aPerson()
      return mayAct(aPerson({ posts: [post] }), right, relation) === mayAct(bare, right, relation)
    }),
    { numRuns: 1000 },
  )
})

test('property: another duty or post never takes a right away', () => {
  fc.assert(
    fc.property(aRight, aRelation, fc.tuple(anyPost, anyPost), (right, relation, [post, more]) => {
      const before = mayAct(aPerson({ posts: [post] }), right, relation)
      return !before || mayAct(aPerson({ posts: [more, post] }), right, relation)
    }),
    { numRuns: 1000 },
  )
})
