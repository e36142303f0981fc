import { readIssuer, readStatusList, verifyCertificate } from '../../documents/index.ts'
import { listDemoPeople, permit } from '../../identity/index.ts'
import {
  day,
  dayOfInstant,
  type Kernel,
  loadCalendar,
  type ReadTx,
  refusal,
  setToday,
} from '../../kernel/index.ts'
import type { Some } from '../call.ts'

export type ZoneParts = {
  readonly zone: { readonly title: { zh: string; en: string }; readonly demo: boolean }
  readonly version: string
  readonly signIn: { readonly provider: { readonly title: string } | null }
}

export function zoneHandlers(
  parts: ZoneParts,
): Some<
  'viewZone' | 'listDemoPeople' | 'setDay' | 'verifyCertificate' | 'readIssuer' | 'readStatusList'
> {
  return {
    viewZone: (tx) => presentZone(tx, parts),
    listDemoPeople: {
      direct: async (kernel) =>
        parts.zone.demo ? kernel.reading({ kind: 'system', job: 'demo-door' }, listDemoPeople) : [],
    },
    setDay: {
      direct: async (kernel: Kernel, actor, { body }) => {
        if (!parts.zone.demo) refusal('http.not-demo')
        permit(actor, 'demo.set-day')
        await kernel.writing({ kind: 'system', job: 'set-day' }, (tx) =>
          setToday(tx, day(body.day)),
        )
        return kernel.reading(actor, (tx) => presentZone(tx, parts))
      },
    },
    verifyCertificate: async (tx, { params }) => {
      const found = await verifyCertificate(tx, params.number)
      return { ...NOTHING_KNOWN, ...found }
    },
    readIssuer: (tx) => readIssuer(tx),
    readStatusList: async (tx, { params: { year } }) => ({
      bytes: Buffer.from(await readStatusList(tx, year)),
      media: 'application/vc+jwt',
      name: `${year}.jwt`,
      inline: true,
    }),
  }
}

const NOTHING_KNOWN = {
  title: null,
  holder: null,
  creditCode: null,
  measure: null,
  pack: null,
  cite: null,
  issuedOn: null,
  validUntil: null,
  issuedBy: null,
  revokedOn: null,
  revokedCite: null,
  revokedReason: null,
  hash: null,
}

async function presentZone(tx: ReadTx, { zone, version, signIn }: ZoneParts) {
  const calendar = await loadCalendar(tx)
  return {
    title: zone.title,
    today: tx.today,
    machineDay: dayOfInstant(tx.now),
    demo: zone.demo,
    signOn: signIn.provider?.title ?? null,
    calendarYears: [...calendar.knownYears],
    product: { version },
  }
}
