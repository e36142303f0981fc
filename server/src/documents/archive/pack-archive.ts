import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { FolderFile } from './folder-files.ts'

export type ArchivePart =
  | Pick<FolderFile, 'path' | 'open'>
  | { readonly path: string; readonly text: string }

/**
 * A ZIP as a stream: a part is opened when the one before it has been sent, so that memory holds one
 * file however many there are. A part that cannot be opened breaks the stream off.
 */
export function packArchive(parts: readonly ArchivePart[]): Readable {
  const zip = new ZipFile()
  // Typed wider than it is: a PassThrough.
  const output = zip.outputStream as Readable
  zip.on('error', (problem) => output.destroy(problem as Error))
  for (const part of parts) {
    if ('text' in part) zip.addBuffer(Buffer.from(part.text), part.path)
    else
      zip.addReadStreamLazy(part.path, (done) => {
        part.open().then(
          (bytes) => done(null, Readable.from([bytes])),
          (problem: Error) => output.destroy(problem),
        )
      })
  }
  zip.end()
  return output
}
