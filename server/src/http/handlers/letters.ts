import { listTemplates, previewTemplate, saveTemplate } from '../../documents/index.ts'
import { mayAct, permit, type Relation } from '../../identity/index.ts'
import type { Post, ReadTx } from '../../kernel/index.ts'
import type { Some } from '../call.ts'

export const letterHandlers: Some<'listTemplates' | 'saveTemplate' | 'previewTemplate'> = {
  listTemplates: (tx) => listTemplates(tx, postOf(tx)),
  saveTemplate: async (tx, { params, body }) => {
    const post = postOf(tx)
    await saveTemplate(tx, post, { kind: params.kind, ...body })
    return listTemplates(tx, post)
  },
  previewTemplate: async (tx, { params: { kind }, body: wording }) => {
    const bytes = await previewTemplate(tx, postOf(tx).officeName, { kind, wording })
    return { bytes, media: 'application/pdf', name: `${kind}.pdf`, inline: true }
  },
}

/** One's own office, whose letters one words; the walls of the room keep the others'. */
function postOf({ actor }: ReadTx): Post {
  const posts = actor.kind === 'person' ? actor.posts : []
  const own = posts.find((post) => mayAct(actor, 'letter.word', relationOf(post))) ?? posts[0]
  const by = permit(actor, 'letter.word', own ? relationOf(own) : {})
  if (!by) throw new Error('letter.word rests on a post')
  return by
}

function relationOf({ district, officeKey }: Post): Relation {
  return { officeKey, ...(district !== null && { district }) }
}
