import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanFileName } from './file-name.ts'

const PDF = 'application/pdf'

describe('file names', () => {
  test.each([
    ['合作协议.pdf', '合作协议.pdf'],
    ['C:\\资料\\合作协议.PDF', '合作协议.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['证明.pdf.exe', '证明.pdf.pdf'],
    ['发票\u202Efdp.exe', '发票fdp.pdf'],
    ['a\u0000b\nc.pdf', 'abc.pdf'],
    ['<img src=x>.pdf', '_img src=x_.pdf'],
    ['   .pdf', '未命名.pdf'],
    ['', '未命名.pdf'],
    ['𬭎业.pdf', '𬭎业.pdf'],
  ])('%j is shown as %j', (written, shown) => {
    expect(cleanFileName(written, PDF)).toBe(shown)
  })

  test('whatever a name is, it stays short, has no path and ends as its content is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (written) => {
        const shown = cleanFileName(written, PDF)
        expect(shown).not.toMatch(/[/\\\p{Cc}\p{Cf}\p{Cs}]/u)
        expect(Array.from(shown).length).toBeLessThanOrEqual(84)
        expect(shown.endsWith('.pdf')).toBe(true)
      }),
    )
  })
})
