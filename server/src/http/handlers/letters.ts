import { listTemplates, previewTemplate, saveTemplate, wordingPost } from '../../documents/index.ts'
import { permit } from '../../identity/index.ts'
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
function postOf(tx: ReadTx): Post {
  if (tx.actor.kind !== 'person' || tx.actor.posts.length === 0) permit(tx.actor, 'letter.word')
  const post = wordingPost(tx)
  const district = post.district === null ? {} : { district: post.district }
  permit(tx.actor, 'letter.word', { ...district, officeKey: post.officeKey })
  return post
}
