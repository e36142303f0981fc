import type { Program, Step } from '@banfa/policy/run'
import { areas, listOffices, type Office, powers } from '../identity/index.ts'
import type { ReadTx, Words } from '../kernel/index.ts'
import { programsInForce } from '../rulebook/index.ts'
import { likeness } from './likeness.ts'

/** One answer to 谁来办: a matter, the office, the provision, and where it can be begun. */
export type Matter = {
  readonly id: string
  readonly matter: Words
  readonly from: 'register' | 'measure'
  readonly kind: string
  readonly level: string
  readonly offices: readonly {
    readonly name: Words
    readonly does: Words | null
    readonly cite: string
  }[]
  readonly share: Words | null
  readonly law: string
  readonly cite: string
  readonly pack: string | null
  readonly service: string | null
}

type Wanted = { readonly text: string; readonly area: string | null }

/** What a matter must share with the question to be an answer to it. */
const LIKE_ENOUGH = 0.3
const MOST = 50

/**
 * Who handles what is asked: the register of powers and the services of the measures in force, the
 * likest first; all of them in order of their names when nothing is asked. With an area, a district's
 * step names the office of that area, a functional zone's own before its district's.
 */
export async function whoHandles(tx: ReadTx, { text, area }: Wanted): Promise<Matter[]> {
  const offices = await listOffices(tx)
  const around = area === null ? [] : areas.around(await areas.list(tx), area)
  const matters = [...(await ofRegister(tx)), ...(await ofMeasures(tx, { offices, around }))]
  const asked = text.trim()
  if (asked === '') return matters.slice(0, MOST)
  return matters
    .map((matter) => ({ matter, like: likenessOf(asked, matter) }))
    .filter(({ like }) => like >= LIKE_ENOUGH)
    .sort((a, b) => b.like - a.like)
    .slice(0, MOST)
    .map(({ matter }) => matter)
}

function likenessOf(asked: string, { matter, law, offices, share }: Matter): number {
  const about = [matter.zh, matter.en, law, share?.zh ?? '', share?.en ?? '']
  const who = offices.flatMap(({ name, does }) => [
    name.zh,
    name.en,
    does?.zh ?? '',
    does?.en ?? '',
  ])
  // The matter's own name counts most.
  return Math.max(
    likeness(asked, `${matter.zh} ${matter.en}`),
    likeness(asked, [...about, ...who].join(' ')) * 0.8,
  )
}

async function ofRegister(tx: ReadTx): Promise<Matter[]> {
  return (await powers.list(tx)).map((power) => ({
    id: power.id,
    matter: power.matter,
    from: 'register',
    kind: power.kind,
    level: power.level,
    offices: [{ name: power.officeName, does: null, cite: power.cite }],
    share: power.share.zh === '' ? null : power.share,
    law: power.law,
    cite: power.cite,
    pack: power.pack,
    service: power.service,
  }))
}

type Place = { readonly offices: readonly Office[]; readonly around: readonly string[] }

async function ofMeasures(tx: ReadTx, place: Place): Promise<Matter[]> {
  return (await programsInForce(tx, tx.today)).flatMap((program) =>
    Object.values(program.services).map((service) => ({
      id: `${program.pack}/${service.name}`,
      matter: service.title,
      from: 'measure' as const,
      kind: 'service',
      level: 'city',
      offices: service.route.flatMap((step) => officeOfStep(program, step, place)),
      share: null,
      law: program.title.zh,
      cite: service.cite,
      pack: program.pack,
      service: service.name,
    })),
  )
}

function officeOfStep(program: Program, step: Step, { offices, around }: Place) {
  const named = program.offices[step.by]
  if (!named) return []
  const near = around.map((code) =>
    offices.find((one) => one.key === step.by && one.district === code),
  )
  const own = near.find((one) => one !== undefined)
  return [{ name: own?.name ?? named.title, does: step.title, cite: step.cite }]
}
