import { verifyCertificate } from '../../documents/index.ts'
import { listDemoPeople, permit } from '../../identity/index.ts'
import {
  day,
  type Kernel,
  loadCalendar,
  type ReadTx,
  Refusal,
  refusal,
  setToday,
  type WorkingCalendar,
} from '../../kernel/index.ts'
import type { Some } from '../call.ts'

export type ZoneParts = {
  readonly zone: { readonly title: { zh: string; en: string }; readonly demo: boolean }
  readonly version: string
}

export function zoneHandlers(
  parts: ZoneParts,
): Some<'viewZone' | 'listDemoPeople' | 'setDay' | 'verifyCertificate'> {
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
  }
}

const NOTHING_KNOWN = {
  title: null,
  holder: null,
  creditCode: null,
  measure: null,
  cite: null,
  issuedOn: null,
  issuedBy: null,
  revokedOn: null,
  revokedCite: null,
  revokedReason: null,
  hash: null,
}

const CANDIDATES = Array.from({ length: 30 }, (_, at) => 2010 + at)

function isKnown(calendar: WorkingCalendar, year: number): boolean {
  try {
    calendar.isWorking(day(`${year}-01-01`))
    return true
  } catch (refused) {
    if (refused instanceof Refusal) return false
    throw refused
  }
}

async function presentZone(tx: ReadTx, { zone, version }: ZoneParts) {
  const calendar = await loadCalendar(tx)
  return {
    title: zone.title,
    today: tx.today,
    machineDay: tx.now.slice(0, 10),
    demo: zone.demo,
    calendarYears: CANDIDATES.filter((year) => isKnown(calendar, year)),
    product: { version },
  }
}
