import { administration, members, permit, type Relation } from '../../identity/index.ts'
import { type PartyId, parseId, type ReadTx, takeUp, type WriteTx } from '../../kernel/index.ts'
import { readTable } from '../../reader/index.ts'
import {
  type CarrierId,
  type DistrictOffice,
  endTenancy,
  enterParties,
  enterTenancy,
  getParty,
  listCarriers,
  previewParties,
  registerCarrier,
} from '../../registries/index.ts'
import type { Some } from '../call.ts'
import { catalogue } from '../catalogue.ts'
import type { organisationRoutes } from '../contract/organisation-routes.ts'
import { answerRefusal } from '../refusal-answer.ts'
import { presentParty } from './office.ts'
import { ownDistrict, relationOf } from './reach.ts'

const partyOf = ({ id }: { id: string }) => parseId<PartyId>(id)

export const organisationHandlers: Some<keyof typeof organisationRoutes> = {
  enterParty: async (tx, { body }) => {
    const as = await mayEnter(tx, { district: body.district })
    const [party] = await enterParties(tx, [body], { as, districts: await districtsOf(tx) })
    if (!party) throw new Error('one row enters one party')
    return party
  },
  previewParties: {
    direct: async (kernel, actor, { upload }) => {
      await kernel.reading(actor, async (tx) => permit(tx.actor, 'party.enter', ownDistrict(tx)))
      const { fileName, bytes } = await upload()
      const rows = await readTable(fileName, bytes)
      return kernel.reading(actor, async (tx) => {
        const lines = await previewParties(tx, rows, await ownDistricts(tx))
        return lines.map(({ refused, ...line }) => ({
          ...line,
          refused: refused && answerRefusal(refused, catalogue).body,
        }))
      })
    },
  },
  importParties: async (tx, { body: { rows } }) => {
    const as = await mayEnter(tx, ownDistrict(tx))
    const entered = await enterParties(tx, rows, { as, districts: await ownDistricts(tx) })
    return { entered: entered.length }
  },
  inviteOwner: async (tx, { params, body }) => {
    const party = await getParty(tx, partyOf(params))
    const { party: _, ...relation } = relationOf(party)
    const invited = await members.inviteOwner(tx, { ...body, party: party.id, relation })
    const { id, token, until } = invited
    return { id, path: `/join/${token}`, until }
  },
  listCarriers: async (tx) => {
    permit(tx.actor, 'carrier.enter')
    return listCarriers(tx, 'all')
  },
  enterCarrier: async (tx, { params, body }) => {
    const as = permit(tx.actor, 'carrier.enter')
    const operator = partyOf(params)
    await registerCarrier(tx, { ...body, operator, as })
    return presentParty(tx, operator)
  },
  enterTenancy: async (tx, { params, body }) => {
    const as = permit(tx.actor, 'carrier.enter')
    const { id: party } = await getParty(tx, partyOf(params))
    await enterTenancy(tx, { party, carrier: parseId<CarrierId>(body.carrier), as })
    return presentParty(tx, party)
  },
  endTenancy: async (tx, { params, body }) => {
    const as = permit(tx.actor, 'carrier.enter')
    const party = partyOf(params)
    await endTenancy(tx, { ...body, party, carrier: parseId<CarrierId>(params.carrier), as })
    return presentParty(tx, party)
  },
}

async function mayEnter(tx: WriteTx, relation: Relation) {
  const as = permit(tx.actor, 'party.enter', relation)
  await takeUp(tx, 'enter-party')
  return as
}

/** The districts with an office in charge, by code and by the names people write. */
async function districtsOf(tx: ReadTx): Promise<DistrictOffice[]> {
  const { offices, areas } = await administration.viewOffices(tx)
  return offices.flatMap(({ id: office, level, district: code, closedOn }) => {
    if (level !== 'district' || code === null || closedOn !== null) return []
    const area = areas.find((one) => one.code === code)
    return [{ office, code, names: area ? [area.name.zh, area.name.en] : [] }]
  })
}

/** The same, as far as the actor reaches: a district's office enters its own. */
async function ownDistricts(tx: ReadTx): Promise<DistrictOffice[]> {
  const { district } = ownDistrict(tx)
  const all = await districtsOf(tx)
  return district === undefined ? all : all.filter(({ code }) => code === district)
}
