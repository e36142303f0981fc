import { strToU8, zipSync } from 'fflate'
import type { Files } from './checked.ts'

/** The folder as a repository has it: the pack below `packs/`, the vocabulary beside it. */
export function zipped(pack: string, files: Files): Uint8Array {
  const placed = Object.entries(files).map(([path, text]) => {
    const place = path.startsWith('vocabulary/') ? path : `packs/${pack}/${path}`
    return [place, strToU8(text)] as const
  })
  return zipSync(Object.fromEntries(placed))
}

export function download(name: string, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([bytes as BlobPart], { type: 'application/zip' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
