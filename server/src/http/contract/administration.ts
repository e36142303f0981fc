import { z } from 'zod'
import { Day, Id, named, Words } from './terms.ts'

const Reason = z.string().trim().min(4, 'reason').max(2000)
const Duties = z.enum(['handle', 'decide', 'review', 'audit', 'administer', 'grant'])
const Level = z.enum(['city', 'district', 'delegate', 'experts'])
const AreaKind = z.enum(['city', 'district', 'functional-zone'])
const Name = z.object({
  zh: z.string().trim().min(1).max(120),
  en: z.string().trim().min(1).max(200),
})
export const Part = z.enum(['owner', 'editor', 'viewer'])

export const PersonLine = named(
  'PersonLine',
  z.object({
    id: Id,
    login: z.string(),
    name: z.string(),
    isExpert: z.boolean(),
    closedOn: Day.nullable(),
    posts: z.array(
      z.object({
        id: Id,
        office: Id,
        officeName: Words,
        title: Words,
        duties: z.array(Duties),
        from: Day,
        until: Day.nullable(),
      }),
    ),
  }),
)
/** A link good once: told here and never again. */
export const InvitationLink = named(
  'InvitationLink',
  z.object({ id: Id, path: z.string(), until: z.string() }),
)
export const NewPersonInput = named(
  'NewPerson',
  z.object({
    login: z.string().trim().min(3).max(80),
    name: z.string().trim().min(1).max(80),
  }),
)
export const ClosePersonInput = named(
  'ClosePerson',
  z.object({ reason: Reason, open: z.boolean().default(false) }),
)

export const AreaView = named(
  'Area',
  z.object({
    code: z.string(),
    kind: AreaKind,
    name: Words,
    districts: z.array(z.string()),
  }),
)
export const AreaInput = named(
  'NewArea',
  z.object({
    code: z.string().trim().min(1).max(40),
    kind: AreaKind,
    name: Name,
    districts: z.array(z.string()).max(40).default([]),
  }),
)
export const OfficeTree = named(
  'OfficeTree',
  z.object({
    offices: z.array(
      z.object({
        id: Id,
        key: z.string(),
        level: Level,
        district: z.string().nullable(),
        name: Words,
        parent: Id.nullable(),
        closedOn: Day.nullable(),
      }),
    ),
    areas: z.array(AreaView),
  }),
)
export const NewOfficeInput = named(
  'NewOffice',
  z.object({
    key: z
      .string()
      .trim()
      .regex(/^[a-z][a-z0-9-]{1,40}$/),
    level: Level,
    district: z.string().max(40).nullable(),
    name: Name,
    parent: Id.nullable(),
  }),
)
export const ChangeOfficeInput = named(
  'ChangeOffice',
  z.object({ name: Name, parent: Id.nullable(), closed: z.boolean() }),
)

export const GrantPostInput = named(
  'GrantPost',
  z.object({
    person: Id,
    office: Id,
    title: Name,
    duties: z.array(Duties).min(1),
    from: Day,
    until: Day.nullable(),
  }),
)
export const EndPostInput = named('EndPost', z.object({ from: Day, reason: Reason }))
export const EndInput = named('End', z.object({ reason: Reason }))

export const MandateView = named(
  'Mandate',
  z.object({
    id: Id,
    number: z.string(),
    pack: z.string(),
    delegation: z.string(),
    fromName: Words,
    toName: Words,
    acts: z.array(z.string()),
    districts: z.array(z.string()),
    cite: z.string(),
    from: Day,
    until: Day,
    endedOn: Day.nullable(),
    endedWhy: z.string().nullable(),
  }),
)
export const MandateInput = named(
  'GiveMandate',
  z.object({
    number: z.string().trim().min(2).max(80),
    pack: z.string(),
    delegation: z.string(),
    fromOffice: Id,
    toOffice: Id,
    acts: z.array(z.string()).max(40).default([]),
    districts: z.array(z.string()).max(40).default([]),
    from: Day,
    until: Day,
  }),
)

const Named = z.object({ person: Id, name: z.string() })
export const SubstitutionView = named(
  'Substitution',
  z.object({
    id: Id,
    post: Id,
    absent: Named,
    substitute: Named,
    office: Words,
    title: Words,
    from: Day,
    until: Day,
    reason: z.string(),
    endedOn: Day.nullable(),
  }),
)
export const SubstituteChoice = named(
  'SubstituteChoice',
  z.object({
    post: Id,
    colleagues: z.array(z.object({ person: Id, name: z.string(), office: Id })),
  }),
)
export const ArrangeInput = named(
  'ArrangeSubstitute',
  z.object({ post: Id, substitute: Id, from: Day, until: Day, reason: Reason }),
)

export const MatterView = named(
  'Matter',
  z.object({
    id: z.string(),
    matter: Words,
    from: z.enum(['register', 'measure']),
    kind: z.string(),
    level: z.string(),
    offices: z.array(z.object({ name: Words, does: Words.nullable(), cite: z.string() })),
    share: Words.nullable(),
    law: z.string(),
    cite: z.string(),
    pack: z.string().nullable(),
    service: z.string().nullable(),
  }),
)
export const PowerInput = named(
  'EnterPower',
  z.object({
    matter: Name,
    kind: z.enum([
      'licence',
      'confirmation',
      'payment',
      'inspection',
      'sanction',
      'reward',
      'service',
      'duty',
    ]),
    level: AreaKind,
    office: Id,
    share: z.object({ zh: z.string().max(400), en: z.string().max(400) }),
    law: z.string().trim().min(2).max(200),
    cite: z.string().trim().min(2).max(80),
    pack: z.string().nullable().default(null),
    service: z.string().nullable().default(null),
    from: Day,
  }),
)

export const MembersView = named(
  'Members',
  z.object({
    members: z.array(z.object({ person: Id, name: z.string(), part: Part, from: Day })),
    invitations: z.array(z.object({ id: Id, invited: z.string(), part: Part, until: z.string() })),
  }),
)
export const InviteInput = named(
  'InviteMember',
  z.object({ invited: z.string().trim().min(1).max(80), part: Part }),
)
export const MemberInput = named('ChangeMember', z.object({ part: Part.nullable() }))
export const InvitationView = named(
  'Invitation',
  z.object({
    invited: z.string(),
    kind: z.enum(['password', 'party']),
    partyName: z.string().nullable(),
    part: Part.nullable(),
    login: z.string().nullable(),
    until: z.string(),
    rules: z.object({ least: z.number().int(), kinds: z.number().int() }),
  }),
)
export const JoinInput = named(
  'Join',
  z.object({
    login: z.string().trim().max(80).optional(),
    name: z.string().trim().max(80).optional(),
    password: z.string().max(200).optional(),
  }),
)
