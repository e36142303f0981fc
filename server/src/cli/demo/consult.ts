import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type CommentId, type ConsultationId, consultations } from '../../consultations/index.ts'
import { permit } from '../../identity/index.ts'
import { day, VISITOR } from '../../kernel/index.ts'
import { installSource, packSource } from '../../rulebook/index.ts'
import type { ConsultationData, RevisedData } from './demo-data.ts'
import { acting, type Stage, wanted } from './stage.ts'

const CITY = 'ma.xiaodong'
const SIGNS = 'chen.lixin'

type Told = {
  readonly of: ConsultationData
  /** The revised version, once it is installed. */
  readonly revised: { version: string }
  readonly root: string
  id: ConsultationId | null
  readonly comments: CommentId[]
}

/** Drafts are published, the public comments, the office answers; each on its own day. */
export function consultationScenes(stage: Stage, root: string) {
  const { revised, consultations: all } = stage.data
  const made = { version: '' }
  const install = async () => {
    made.version = await installRevised(stage, revised)
  }
  return [
    { on: revised.on, rank: 2, play: install },
    ...all.flatMap((of) => scenesOf(stage, { of, root, revised: made, id: null, comments: [] })),
  ]
}

function scenesOf(stage: Stage, told: Told) {
  const { of } = told
  return [
    { on: of.opens, rank: 3, play: () => publish(stage, told) },
    ...of.comments.map((one, at) => ({
      on: one.on,
      rank: 70 + at,
      play: () => comment(stage, told, one),
    })),
    ...(of.summary ? [{ on: of.summary.on, rank: 90, play: () => sumUp(stage, told) }] : []),
  ]
}

async function installRevised(stage: Stage, revised: RevisedData): Promise<string> {
  const { pack, from, on, by, changes } = revised
  return acting(stage, { login: by, on }, async (tx) => {
    const { files } = await packSource(tx, { pack, version: from })
    const changed: Record<string, string> = { ...files }
    for (const { file, was, is } of changes) {
      const text = wanted(changed[file], file)
      changed[file] = wanted(text.includes(was) ? text.replace(was, is) : null, was)
    }
    const as = permit(tx.actor, 'measure.install')
    return (await installSource(tx, { pack, files: changed, as })).version
  })
}

async function publish(stage: Stage, told: Told): Promise<void> {
  const { of, root, revised } = told
  const { text } = of
  const bytes = text ? await readFile(join(root, 'server/demo', text)) : null
  told.id = await acting(stage, { login: CITY, on: of.opens }, async (tx) => {
    const id = await consultations.prepare(tx, {
      ...{ title: { zh: of.zh, en: of.en }, note: of.note, contact: of.contact, shortened: null },
      opensOn: day(of.opens),
      closesOn: day(of.closes),
      draft: text ? null : { pack: stage.data.revised.pack, version: revised.version },
    })
    if (bytes && text) await consultations.handInDraft(tx, { id, fileName: text, bytes })
    return id
  })
  const { id } = told
  await acting(stage, { login: SIGNS, on: of.opens }, (tx) =>
    consultations.publish(tx, wanted(id, of.zh)),
  )
}

async function comment(stage: Stage, told: Told, one: ConsultationData['comments'][number]) {
  const { on, article = null, ...said } = one
  stage.clock.setToday(day(on))
  const { id } = await stage.kernel.writing(VISITOR, (tx) =>
    consultations.comment(tx, { ...said, article, id: wanted(told.id, told.of.zh) }),
  )
  told.comments.push(id)
}

async function sumUp(stage: Stage, told: Told): Promise<void> {
  const { of } = told
  const id = wanted(told.id, of.zh)
  const { on, remarks } = wanted(of.summary, of.zh)
  for (const { of: numbers, ...given } of of.answers ?? []) {
    const comments = numbers.map((number) => wanted(told.comments[number - 1], of.zh))
    await acting(stage, { login: CITY, on }, (tx) =>
      consultations.answer(tx, { ...given, id, comments }),
    )
  }
  await acting(stage, { login: SIGNS, on }, (tx) =>
    consultations.publishSummary(tx, { id, remarks }),
  )
}
