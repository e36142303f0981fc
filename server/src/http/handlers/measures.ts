import { calls } from '../../cases/index.ts'
import { permit } from '../../identity/index.ts'
import { day, type ReadTx } from '../../kernel/index.ts'
import {
  drawnProcedure,
  emittedModule,
  enact,
  getMeasure,
  installSource,
  listMeasures,
  packSource,
} from '../../rulebook/index.ts'
import type { Some } from '../call.ts'

export const measureHandlers: Some<
  | 'listMeasures'
  | 'viewMeasure'
  | 'readModule'
  | 'readProcedure'
  | 'viewPackSource'
  | 'installVersion'
  | 'enactMeasure'
> = {
  listMeasures: async (tx) => {
    const [measures, open] = [await listMeasures(tx), await openCallsByPack(tx)]
    return measures.map((measure) => ({ ...measure, openCalls: open.get(measure.pack) ?? 0 }))
  },
  viewMeasure: (tx, { params, query }) => presentMeasure(tx, params.pack, query.version),
  readModule: async (tx, { params }) => ({
    bytes: Buffer.from(await emittedModule(tx, params)),
    media: 'text/javascript; charset=utf-8',
    name: `${params.service}.js`,
    inline: true,
    immutable: true,
  }),
  readProcedure: async (tx, { params }) => ({
    bytes: Buffer.from(await drawnProcedure(tx, params)),
    media: 'application/xml; charset=utf-8',
    name: `${params.service}.bpmn`,
    inline: false,
    immutable: true,
  }),
  viewPackSource: (tx, { params, query }) => {
    permit(tx.actor, 'measure.source')
    return packSource(tx, { pack: params.pack, version: query.version })
  },
  installVersion: (tx, { params, body }) => {
    const as = permit(tx.actor, 'measure.install')
    return installSource(tx, { pack: params.pack, files: body.files, as })
  },
  enactMeasure: async (tx, { params, body }) => {
    const as = permit(tx.actor, 'measure.enact')
    await enact(tx, { ...body, pack: params.pack, from: day(body.from), as })
    return presentMeasure(tx, params.pack, body.version)
  },
}

async function presentMeasure(tx: ReadTx, pack: string, version: string | undefined) {
  const measure = await getMeasure(tx, pack, version ?? null)
  const open = await openCallsByPack(tx)
  return {
    ...measure,
    summary: { ...measure.summary, openCalls: open.get(pack) ?? 0 },
    program: measure.program as never,
  }
}

async function openCallsByPack(tx: ReadTx): Promise<ReadonlyMap<string, number>> {
  const open = (await calls.list(tx)).filter((call) => call.state === 'open')
  return open.reduce(
    (counts, { pack }) => counts.set(pack, (counts.get(pack) ?? 0) + 1),
    new Map<string, number>(),
  )
}
