import mammoth from 'mammoth'
import { Refusal, refusal } from '../../kernel/index.ts'
import type { Pieces } from '../reading.ts'
import { piecesOfHtml } from './pieces-of-html.ts'
import { refuseOversized } from './unpacked-size.ts'

/** A Word document by way of HTML; its places are paragraphs, because it has no lines. */
export async function piecesOfDocx(bytes: Uint8Array): Promise<Pieces> {
  await refuseOversized(bytes).catch(broken)
  const noPicture = mammoth.images.imgElement(async ({ contentType }) => ({ src: contentType }))
  const options = { convertImage: noPicture, externalFileAccess: false }
  const html = await mammoth
    .convertToHtml({ buffer: Buffer.from(bytes) }, options)
    .then(({ value }) => value)
    .catch(broken)
  return piecesOfHtml(html, 'paragraphs')
}

function broken(problem: Error): never {
  if (problem instanceof Refusal) throw problem
  if (problem instanceof RangeError) return refusal('reader.too-deep', { limit: 1000 })
  return refusal('reader.broken', { why: problem.message.split('\n')[0]?.slice(0, 200) ?? '' })
}
