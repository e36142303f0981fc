const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
}

const LONGEST = 80

/**
 * A name fit to be shown and sent back: no path, no control, no direction-changing characters, not
 * endless, and with the extension of what the content really is. Never used as a path.
 */
export function cleanFileName(written: string, media: string): string {
  const base = written.normalize('NFC').split(/[/\\]/u).at(-1) ?? ''
  const plain = base
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu, '')
    .replaceAll(/[<>:"|?*]/gu, '_')
    .replaceAll(/\s+/gu, ' ')
    .trim()
  const stem = plain.replace(/\.[A-Za-z0-9]{1,8}$/u, '').replaceAll(/^[.\s]+|[.\s]+$/gu, '')
  const short = Array.from(stem).slice(0, LONGEST).join('').trim()
  return `${short || '未命名'}.${EXTENSIONS[media] ?? 'bin'}`
}
