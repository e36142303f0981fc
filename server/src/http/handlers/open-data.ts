import type { Kernel } from '../../kernel/index.ts'
import { listParties, listRecognitions } from '../../registries/index.ts'
import type { Some } from '../call.ts'
import { csvOf } from '../present/csv.ts'

export const openDataHandlers: Some<'listResults' | 'exportResults'> = {
  listResults: { direct: (kernel) => results(kernel) },
  exportResults: {
    direct: async (kernel) => ({
      bytes: csvOf(HEAD, (await results(kernel)).map(rowOf)),
      media: 'text/csv; charset=utf-8',
      name: '认定结果.csv',
      inline: false,
    }),
  },
}

/**
 * What certificates show of everybody recognised, revoked ones included. The product reads the
 * names, which visitors may not list by themselves, and gives no more of a party than these.
 */
function results(kernel: Kernel) {
  return kernel.reading({ kind: 'system', job: 'open-data' }, async (tx) => {
    const granted = await listRecognitions(tx, 'all')
    const parties = await listParties(tx, [...new Set(granted.map((one) => one.party))])
    const byId = new Map(parties.map((party) => [party.id, party]))
    return granted.map((one) => {
      const party = byId.get(one.party)
      const { number, title, pack, service, cite, grantedOn, revokedOn, revokedCite } = one
      return {
        number,
        title,
        party: party?.name ?? '',
        creditCode: party?.creditCode ?? null,
        district: party?.district ?? null,
        ...{ pack, service, cite, grantedOn, revokedOn, revokedCite },
      }
    })
  })
}

type Result = Awaited<ReturnType<typeof results>>[number]

const HEAD = [
  '证书编号',
  '认定名称',
  '单位名称',
  '统一社会信用代码',
  '区划代码',
  '办法',
  '事项',
  '依据条款',
  '认定日期',
  '取消日期',
  '取消依据',
]

const rowOf = (one: Result) => [
  one.number,
  one.title.zh,
  one.party,
  one.creditCode,
  one.district,
  one.pack,
  one.service,
  one.cite,
  one.grantedOn,
  one.revokedOn,
  one.revokedCite,
]
