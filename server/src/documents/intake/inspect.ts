import { refusal } from '../../kernel/index.ts'
import { imageSize } from './image-size.ts'
import { dangerInPackage } from './package-parts.ts'
import { carriesActions } from './pdf-actions.ts'
import { isPolyglot } from './polyglot.ts'

/** What a sensor of today's telephones takes; four bytes a pixel make 400 MB of it. */
const MOST_PIXELS = 100_000_000

export type Inspected = {
  readonly name: string
  /** Told from the content: `application/pdf`. */
  readonly media: string
  readonly bytes: Uint8Array
}

/**
 * Refuses a file that is more than what it shows: two kinds in one, macros, actions, too many pixels,
 * a bomb, names that lead outside. Nothing of it is run or kept.
 */
export async function inspect({ name, media, bytes }: Inspected): Promise<void> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const about = { field: 'file' }
  if (isPolyglot(media, file)) refusal('documents.two-kinds', { name }, about)
  if (media.startsWith('image/')) return inspectImage({ name, media, bytes: file })
  if (media === 'application/pdf') {
    if (carriesActions(file)) refusal('documents.active-file', { name }, about)
    return
  }
  switch (await dangerInPackage(file)) {
    case 'bomb':
      return refusal('documents.zip-bomb', { name }, about)
    case 'paths':
      return refusal('documents.bad-paths', { name }, about)
    case 'macros':
      return refusal('documents.macros', { name }, about)
    case 'active':
      return refusal('documents.active-file', { name }, about)
  }
}

function inspectImage({ name, media, bytes }: Inspected & { readonly bytes: Buffer }): void {
  const size = imageSize(media, bytes)
  if (!size) refusal('documents.broken-image', { name }, { field: 'file' })
  const { width, height } = size
  if (width * height <= MOST_PIXELS) return
  refusal(
    'documents.too-many-pixels',
    { name, width, height, most: MOST_PIXELS },
    { field: 'file' },
  )
}
