import { delegations, views } from '../../cases/index.ts'
import {
  administration,
  type MandateId,
  type PowerId,
  permit,
  powers,
  rightsDesk,
  type SubstitutionId,
  substitutes,
} from '../../identity/index.ts'
import { day, type OfficeId, type PersonId, type PostId, parseId } from '../../kernel/index.ts'
import type { Some } from '../call.ts'
import type { delegationRoutes, peopleRoutes } from '../contract/administration-routes.ts'

const DONE = { done: true } as const
const dayOrNone = (text: string | null) => (text === null ? null : day(text))

/** The link as an address below this one: the browser knows where it stands. */
export const linkOf = ({ id, token, until }: { id: string; token: string; until: string }) => ({
  id,
  path: `/join/${token}`,
  until,
})

export const peopleHandlers: Some<keyof typeof peopleRoutes> = {
  listPeople: (tx, { query }) => administration.listPeople(tx, query.text),
  addPerson: async (tx, { body }) => linkOf(await administration.addPerson(tx, body)),
  resetPerson: {
    direct: async (kernel, actor, { params }) => {
      const person = parseId<PersonId>(params.id)
      return linkOf(await administration.resetPerson(kernel, actor, person))
    },
  },
  closePerson: async (tx, { params, body }) => {
    await administration.closePerson(tx, { ...body, person: parseId<PersonId>(params.id) })
    return DONE
  },
  viewOffices: (tx) => administration.viewOffices(tx),
  addOffice: (tx, { body }) =>
    administration.addOffice(tx, { ...body, parent: body.parent as OfficeId | null }),
  changeOffice: (tx, { params, body }) =>
    administration.changeOffice(tx, {
      ...body,
      id: parseId<OfficeId>(params.id),
      parent: body.parent as OfficeId | null,
    }),
  drawArea: (tx, { body }) => administration.drawArea(tx, body),
  grantPost: (tx, { body }) =>
    rightsDesk.grantPost(tx, {
      ...body,
      person: parseId<PersonId>(body.person),
      office: parseId<OfficeId>(body.office),
      from: day(body.from),
      until: dayOrNone(body.until),
    }),
  endPost: (tx, { params, body }) =>
    rightsDesk.endPost(tx, { ...body, id: parseId<PostId>(params.id), from: day(body.from) }),
}

export const delegationHandlers: Some<keyof typeof delegationRoutes> = {
  listMandates: (tx) => rightsDesk.listMandates(tx),
  giveMandate: async (tx, { body }) => {
    permit(tx.actor, 'post.grant')
    await delegations.give(tx, {
      ...body,
      fromOffice: parseId<OfficeId>(body.fromOffice),
      toOffice: parseId<OfficeId>(body.toOffice),
      from: day(body.from),
      until: day(body.until),
    })
    return rightsDesk.listMandates(tx)
  },
  endMandate: async (tx, { params, body }) => {
    await rightsDesk.endMandate(tx, { id: parseId<MandateId>(params.id), reason: body.reason })
    return rightsDesk.listMandates(tx)
  },
  listSubstitutions: (tx) => substitutes.list(tx),
  listSubstituteChoices: (tx) => substitutes.choices(tx),
  arrangeSubstitute: (tx, { body }) =>
    substitutes.arrange(tx, {
      ...body,
      post: parseId<PostId>(body.post),
      substitute: parseId<PersonId>(body.substitute),
      from: day(body.from),
      until: day(body.until),
    }),
  endSubstitution: (tx, { params }) => substitutes.end(tx, parseId<SubstitutionId>(params.id)),
  whoHandles: (tx, { query }) =>
    views.whoHandles(tx, { text: query.text, area: query.area ?? null }),
  enterPower: async (tx, { body }) => {
    await powers.enter(tx, {
      ...body,
      office: parseId<OfficeId>(body.office),
      from: day(body.from),
    })
    return views.whoHandles(tx, { text: '', area: null })
  },
  endPower: async (tx, { params, body }) => {
    await powers.end(tx, { id: parseId<PowerId>(params.id), reason: body.reason })
    return views.whoHandles(tx, { text: '', area: null })
  },
}
