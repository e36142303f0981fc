import type { PaperView } from '../../api/generated/types.gen.ts'

export type Sending = { readonly caseId: string; readonly paper: string; readonly file: File }

/** Uploads one file as the multipart field "file"; fetch cannot tell how far it is, this can. */
export function sendFile(
  { caseId, paper, file }: Sending,
  onProgress: (percent: number) => void,
): Promise<PaperView> {
  const body = new FormData()
  body.append('file', file)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/cases/${caseId}/papers/${encodeURIComponent(paper)}`)
    request.responseType = 'json'
    request.upload.onprogress = (event) =>
      onProgress(event.total > 0 ? Math.round((event.loaded / event.total) * 100) : 0)
    request.onerror = () => reject(new TypeError('unreached'))
    request.onload = () =>
      request.status >= 200 && request.status < 300
        ? resolve(request.response as PaperView)
        : reject(request.response ?? new Error('unreadable answer'))
    request.send(body)
  })
}
