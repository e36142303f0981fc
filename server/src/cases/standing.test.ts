import { describe, expect, test } from 'vitest'
import { smallMeasure } from '../../testing/small-measure.ts'
import type { OfficeId, PartyId, PersonActor, PersonId, Post, PostId } from '../kernel/index.ts'
import { VISITOR } from '../kernel/index.ts'
import { serviceOf } from './engine.ts'
import { findStanding, permitAct } from './standing.ts'

const program = smallMeasure()
const asked = {
  program,
  service: serviceOf(program, 'small-base-recognition'),
  party: 'the-party' as PartyId,
  office: 'the-office' as OfficeId,
  district: '650104',
}
const words = (zh: string) => ({ zh, en: zh })

function anOfficer(post: Partial<Post>): PersonActor {
  const held: Post = {
    id: 'post' as PostId,
    office: 'the-office' as OfficeId,
    officeKey: 'district-bureau',
    officeName: words('区科技局'),
    level: 'district',
    district: '650104',
    title: words('经办'),
    duties: ['handle'],
    ...post,
  }
  const person = 'someone' as PersonId
  return { kind: 'person', person, name: '某人', parties: [], posts: [held], isExpert: false }
}

const anApplicant = (party: string): PersonActor => ({
  ...anOfficer({}),
  parties: [party as PartyId],
  posts: [],
})

describe('who may do an act', () => {
  test('the district in charge accepts, under the step’s article', () => {
    expect(findStanding(anOfficer({}), asked, 'accept')).toMatchObject({
      cite: '第2条(一)',
      delegation: null,
    })
  })

  test('another district does not, not even with the same code', () => {
    expect(findStanding(anOfficer({ district: '650102' }), asked, 'accept')).toBeNull()
    expect(findStanding(anOfficer({ office: 'other' as OfficeId }), asked, 'accept')).toBeNull()
  })

  test('the city does not accept in the district’s place, nor the district decide in the city’s', () => {
    const city = anOfficer({ officeKey: 'city-bureau', level: 'city', district: null })
    expect(findStanding(city, asked, 'accept')).toBeNull()
    expect(findStanding(anOfficer({ duties: ['handle', 'decide'] }), asked, 'decide')).toBeNull()
  })

  test('who only handles does not sign', () => {
    const city = { officeKey: 'city-bureau', level: 'city', district: null } as const
    expect(findStanding(anOfficer(city), asked, 'decide')).toBeNull()
    expect(findStanding(anOfficer({ ...city, duties: ['decide'] }), asked, 'decide')).not.toBeNull()
  })

  test('a delegate acts in the bureau’s name for what the measure delegates, and nothing else', () => {
    const post = { officeKey: 'federation', level: 'delegate', district: null } as const
    expect(findStanding(anOfficer(post), asked, 'deliberate')?.delegation).toEqual({
      name: 'hold-deliberations',
      cite: '第3条',
      onBehalfOf: { zh: '市科技局', en: 'City Bureau' },
    })
    expect(findStanding(anOfficer(post), asked, 'propose')).toBeNull()
  })

  test('an act the route leaves out falls to the office it belongs with', () => {
    expect(findStanding(anOfficer({}), asked, 'return')?.title.zh).toBe('一次性告知补正')
    const signs = anOfficer({
      officeKey: 'city-bureau',
      level: 'city',
      district: null,
      duties: ['decide'],
    })
    expect(findStanding(signs, asked, 'revoke')).not.toBeNull()
  })

  test('only who acts for the party files and withdraws', () => {
    expect(findStanding(anApplicant('the-party'), asked, 'file')).not.toBeNull()
    expect(findStanding(anApplicant('another'), asked, 'file')).toBeNull()
    expect(findStanding(anApplicant('the-party'), asked, 'withdraw')).not.toBeNull()
  })

  test('anybody objects; a visitor is told to sign in for anything else', () => {
    expect(findStanding(VISITOR, asked, 'object')).not.toBeNull()
    expect(() => permitAct(VISITOR, asked, 'accept')).toThrow('identity.signed-out')
    expect(() => permitAct(anApplicant('the-party'), asked, 'accept')).toThrow('identity.forbidden')
  })
})
