import { calls, notices, objections } from '../../cases/index.ts'
import { addMembership, permit, registerPerson } from '../../identity/index.ts'
import {
  day,
  foundZone,
  type Kernel,
  type PersonId,
  record,
  type SettableClock,
  VISITOR,
  type WriteTx,
} from '../../kernel/index.ts'
import { enact, getMeasure, getProgram } from '../../rulebook/index.ts'
import { installPack } from '../office/install-command.ts'
import { listPacks } from '../pack/pack-folder.ts'
import { play } from './beats.ts'
import { consultationScenes } from './consult.ts'
import type { Beat, DemoData } from './demo-data.ts'
import { demoPapers } from './demo-papers.ts'
import { type Cast, seedPeople } from './seed-people.ts'
import { acting, type Stage, wanted } from './stage.ts'

const SEED = { kind: 'system', job: 'seed' } as const

export type Seeding = {
  readonly kernel: Kernel
  readonly clock: SettableClock
  readonly root: string
  readonly data: DemoData
}

/** Fills an empty database with the demo: every act through its use case, on its own day. */
export async function seedDemo(seeding: Seeding): Promise<void> {
  const { kernel, clock, data, root } = seeding
  const [main, ...others] = data.stories.enacted
  clock.setToday(day('2025-06-02'))
  await foundZone(kernel, { name: DEMO_ZONE, isDemo: true })
  const { version } = await installPack(kernel, { root, name: main.pack, document: null })
  // Most of the others are there to be read, tried and simulated; nobody has put them in force.
  for (const name of await listPacks(root))
    if (name !== main.pack) await installPack(kernel, { root, name, document: null })
  const cast = await kernel.writing(SEED, async (tx) =>
    withFilers(tx, data, await seedPeople(tx, data)),
  )
  const program = await kernel.reading(SEED, (tx) => getProgram(tx, main.pack, version))
  const stage: Stage = {
    kernel,
    clock,
    data,
    cast,
    program,
    paper: demoPapers(),
    calls: new Map(),
    cases: new Map(),
    notices: new Map(),
  }
  for (const scene of scenesOf(stage, root, [main, ...others])) await scene.play()
  clock.setToday(day(data.stories.today))
  await kernel.writing(SEED, (tx) =>
    record(tx, { act: SEEDED, subject: { kind: 'zone', id: tx.zone } }),
  )
}

/** The last entry of the seed: without it the demo was cut short and is made anew. */
export const SEEDED = 'demo.seeded'

export const DEMO_ZONE = {
  zh: '乌鲁木齐市科技局 · 演示区',
  en: 'Urumqi Bureau of Science and Technology · demo zone',
}

/** One thing that happens on a day; `rank` orders what happens on the same. */
type Scene = { readonly on: string; readonly rank: number; play(): Promise<unknown> }

/** Everything that happens, in order of days; on one day in the order of the procedure. */
function scenesOf(stage: Stage, root: string, enacted: DemoData['stories']['enacted']): Scene[] {
  const { calls: calling, notices: noticing, objections, stories } = stage.data.stories
  const scenes: Scene[] = [
    ...consultationScenes(stage, root),
    ...enacted.map((act) => ({ on: act.on, rank: 0, play: () => enactOne(stage, act) })),
    ...calling.map((call) => ({ on: call.on, rank: 1, play: () => openCall(stage, call) })),
    ...noticing.map((notice) => ({ on: notice.on, rank: 50, play: () => publish(stage, notice) })),
    ...objections.map((objection) => ({
      on: objection.on,
      rank: 60,
      play: () => object(stage, objection),
    })),
    ...stories.flatMap((story) =>
      (Object.keys(story.beats) as (Beat | 'notice')[]).flatMap((beat, at) =>
        beat === 'notice'
          ? []
          : [{ on: story.beats[beat] ?? '', rank: 10 + at, play: () => play(stage, story, beat) }],
      ),
    ),
  ]
  return scenes.sort((a, b) => a.on.localeCompare(b.on) || a.rank - b.rank)
}

async function enactOne(stage: Stage, act: DemoData['stories']['enacted'][number]) {
  const { pack, from, by, on, reason } = act
  const { version } = await newestOf(stage, pack)
  await acting(stage, { login: by, on }, (tx) =>
    enact(tx, { pack, version, from: day(from), reason, as: permit(tx.actor, 'measure.enact') }),
  )
}

async function newestOf(stage: Stage, pack: string) {
  const { program } = await stage.kernel.reading(SEED, (tx) => getMeasure(tx, pack))
  return program
}

type CallData = DemoData['stories']['calls'][number]

async function openCall(stage: Stage, call: CallData) {
  const pack = call.pack ?? stage.program.pack
  const { services } = await newestOf(stage, pack)
  const opened = await acting(stage, { login: call.by, on: call.on }, (tx) =>
    calls.open(tx, {
      pack,
      services: Object.keys(services),
      title: { zh: call.zh, en: call.en },
      opensOn: day(call.opens),
      closesOn: day(call.closes),
    }),
  )
  stage.calls.set(call.key, opened.id)
}

async function publish(stage: Stage, notice: DemoData['stories']['notices'][number]) {
  const view = await acting(stage, { login: 'ma.xiaodong', on: notice.on }, (tx) =>
    notices.publicise(tx, {
      cases: notice.cases.map((key) => wanted(stage.cases.get(key), key)),
      title: { zh: notice.zh, en: notice.en },
    }),
  )
  stage.notices.set(notice.key, view.id)
}

function object(stage: Stage, objection: DemoData['stories']['objections'][number]) {
  const { on, notice, of, name, contact, grounds } = objection
  stage.clock.setToday(day(on))
  return stage.kernel.writing(VISITOR, (tx) =>
    objections.lodge(tx, {
      noticeId: wanted(stage.notices.get(notice), notice),
      caseId: wanted(stage.cases.get(of), of),
      name,
      contact,
      grounds,
    }),
  )
}

/** Organisations of the stories whose people the demo does not offer get one who files for them. */
async function withFilers(tx: WriteTx, data: DemoData, cast: Cast): Promise<Cast> {
  const people = new Map<string, PersonId>(cast.people)
  const offered = data.people.applicants.map(({ party }) => party)
  for (const { key } of data.stories.stories.filter((story) => !offered.includes(story.key))) {
    const person = await registerPerson(tx, { login: `filer.${key}`, name: '经办人' })
    await addMembership(tx, {
      person,
      party: wanted(cast.parties.get(key), key),
      from: day('2024-01-01'),
    })
    people.set(`filer.${key}`, person)
  }
  return { ...cast, people }
}
