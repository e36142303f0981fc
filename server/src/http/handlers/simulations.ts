import { listOffices, permit } from '../../identity/index.ts'
import { type Actor, type Kernel, type PartyId, refusal, type Words } from '../../kernel/index.ts'
import { listParties } from '../../registries/index.ts'
import {
  type Bench,
  benchOf,
  type Change,
  type Ran,
  startSimulation,
} from '../../simulations/index.ts'
import type { Some } from '../call.ts'
import { csvOf } from '../present/csv.ts'

const PAGE = 50
const MOST = 5_000

export const simulationHandlers: Some<
  'startSimulation' | 'runSimulation' | 'listChangedFirms' | 'exportChangedFirms'
> = {
  startSimulation: {
    direct: async (kernel, actor, { body }) => {
      const bench = await startSimulation(kernel, actor, body)
      return ranOn(kernel, actor, { bench, moved: [] })
    },
  },
  runSimulation: {
    direct: async (kernel, actor, { params, body }) => {
      const bench = await theirBench(kernel, actor, params.id)
      return ranOn(kernel, actor, { bench, moved: body.moved })
    },
  },
  listChangedFirms: {
    direct: async (kernel, actor, { params, query: { service, from } }) => {
      const bench = await theirBench(kernel, actor, params.id)
      const asked = { kind: 'changes', service, from, to: from + PAGE } as const
      return named(kernel, actor, await bench.ask(asked))
    },
  },
  exportChangedFirms: {
    direct: async (kernel, actor, { params, query: { service } }) => {
      const bench = await theirBench(kernel, actor, params.id)
      const asked = { kind: 'changes', service, from: 0, to: MOST } as const
      const rows = (await named(kernel, actor, await bench.ask(asked))).map((one) => [
        ...[one.creditCode, one.name, CHANGES[one.change]],
        one.reasons.map(({ cite, reads }) => `${cite} ${reads.zh}`).join('；'),
      ])
      const bytes = csvOf(['统一社会信用代码', '名称', '变化', '为什么'], rows)
      return { bytes, media: 'text/csv; charset=utf-8', name: `${service}.csv`, inline: false }
    },
  },
}

const CHANGES = {
  ...{ gains: '新符合', falls: '不再符合', open: '待定' },
  ...{ barred: '新被排除', freed: '不再排除' },
} as const

async function theirBench(kernel: Kernel, actor: Actor, id: string): Promise<Bench> {
  permit(actor, 'measure.simulate')
  if (actor.kind !== 'person') return refusal('identity.signed-out')
  const zone = await kernel.reading(actor, async (tx) => tx.zone)
  return benchOf({ zone, person: actor.person }, id)
}

const BY = ['district', 'industry', 'size'] as const

async function ranOn(
  kernel: Kernel,
  actor: Actor,
  { bench, moved }: { bench: Bench; moved: readonly { condition: string; number: number }[] },
) {
  const { draft, now, on } = bench.about
  const { firms, compared, thresholds, milliseconds } = await bench.ask<Ran>({ kind: 'run', moved })
  const offices = await kernel.reading(actor, listOffices)
  const districts = new Map(offices.map(({ district, name }) => [district, name]))
  const nameOf = (by: number, name: string): Words =>
    (by === 0 && districts.get(name)) || { zh: name, en: name }
  return {
    ...{ id: bench.id, pack: draft.pack, draftVersion: draft.version, against: now.version },
    ...{ on, firms, milliseconds, thresholds },
    compared: compared.map((one) => ({
      ...one,
      gains: one.gains.length,
      falls: one.falls.length,
      open: one.open.length,
      barred: one.barred.length,
      freed: one.freed.length,
      groups: one.groups.map(({ by, name, ...rest }) => ({
        ...rest,
        by: BY[by] ?? 'size',
        name: nameOf(by, name),
      })),
    })),
  }
}

async function named(kernel: Kernel, actor: Actor, changes: readonly Change[]) {
  const ids = changes.map(({ id }) => id as PartyId)
  const parties = await kernel.reading(actor, (tx) => listParties(tx, ids))
  const byId = new Map(parties.map((one) => [one.id as string, one]))
  return changes.map(({ id, change, reasons }) => ({
    ...{ party: id, change, reasons },
    name: byId.get(id)?.name ?? '',
    creditCode: byId.get(id)?.creditCode ?? null,
  }))
}
