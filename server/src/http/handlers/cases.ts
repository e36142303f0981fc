import { type CallId, type CaseId, drafts, views } from '../../cases/index.ts'
import { isDangerous, noteRefusedUpload } from '../../documents/index.ts'
import { type PartyId, parseId, type ReadTx, Refusal, type WriteTx } from '../../kernel/index.ts'
import { meetings } from '../../meetings/index.ts'
import { getProgram } from '../../rulebook/index.ts'
import type { FileAnswer, Some } from '../call.ts'
import { presentCase } from '../present/case.ts'
import { presentOutcome } from '../present/outcome.ts'

const caseOf = (id: string) => parseId<CaseId>(id)

export const caseHandlers: Some<
  | 'listCases'
  | 'startCase'
  | 'viewCase'
  | 'saveDraft'
  | 'viewDraftChanges'
  | 'attachPaper'
  | 'removePaper'
  | 'openPaper'
  | 'openDocument'
  | 'archiveCase'
  | 'listExpertChoices'
> = {
  listCases: (tx, { query }) => {
    const { waiting, ...filter } = query
    const asked = { ...filter, mine: waiting === 'me' }
    return isOffice(tx) ? views.queue(tx, asked) : views.myCases(tx, asked)
  },
  startCase: async (tx, { body }) => {
    const { caseId } = await drafts.start(tx, {
      callId: parseId<CallId>(body.callId),
      service: body.service,
      partyId: parseId<PartyId>(body.partyId),
    })
    return presentCase(tx, caseId)
  },
  viewCase: (tx, { params }) => presentCase(tx, caseOf(params.id)),
  saveDraft: async (tx, { params, body }) => {
    const saved = await drafts.save(tx, { caseId: caseOf(params.id), ...body } as never)
    const program = await getProgram(tx, saved.outcome.pack, saved.outcome.version)
    return { ...saved, outcome: presentOutcome(program, saved.outcome) }
  },
  viewDraftChanges: (tx, { params, query }) =>
    drafts.changes(tx, { caseId: caseOf(params.id), since: query.since }),
  attachPaper: {
    direct: async (kernel, actor, call) => {
      const { fileName, bytes } = await call.upload()
      const { id, paper } = call.params
      const caseId = caseOf(id)
      const attach = (tx: WriteTx) => drafts.attach(tx, { caseId, paper, fileName, bytes })
      try {
        return await kernel.writing(actor, async (tx) => {
          await attach(tx)
          return paperOf(tx, caseId, paper)
        })
      } catch (refused) {
        if (!(refused instanceof Refusal) || !isDangerous(refused)) throw refused
        const upload = { of: { kind: 'case', id: caseId }, fileName, bytes, refused }
        await kernel.writing(actor, (tx) => noteRefusedUpload(tx, upload))
        throw refused
      }
    },
  },
  removePaper: async (tx, { params }) => {
    const caseId = caseOf(params.id)
    await drafts.removePaper(tx, { caseId, file: params.file })
    return paperOf(tx, caseId, params.paper)
  },
  openPaper: async (tx, { params }) =>
    uploaded(await views.paper(tx, { caseId: caseOf(params.id), file: params.file })),
  openDocument: async (tx, { params }) =>
    sent(await views.document(tx, { caseId: caseOf(params.id), document: params.document })),
  archiveCase: async (tx, { params }) => {
    const id = caseOf(params.id)
    const { name, stream } = await views.archive(tx, id, await meetings.minutesOf(tx, id))
    return { bytes: stream, media: 'application/zip', name, inline: false }
  },
  listExpertChoices: (tx, { params }) => views.expertChoices(tx, caseOf(params.id)),
}

export function isOffice({ actor }: ReadTx): boolean {
  return actor.kind === 'person' && (actor.posts.length > 0 || actor.isExpert)
}

async function paperOf(tx: ReadTx, caseId: CaseId, paper: string) {
  const view = await views.case(tx, caseId)
  const found = view.papers.find((one) => one.paper === paper)
  if (!found) throw new Error(`the case has no paper ${paper}`)
  return found
}

function uploaded(file: { name: string; media: string; bytes: Uint8Array }): FileAnswer {
  return { ...sent(file), uploaded: true }
}

function sent(file: { name: string; media: string; bytes: Uint8Array }): FileAnswer {
  // Pictures and PDF are looked at in place; a browser would only save the rest.
  return { ...file, inline: /^(application\/pdf|image\/(jpeg|png|webp))$/.test(file.media) }
}
