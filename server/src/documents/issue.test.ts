import { describe, expect, test } from 'vitest'
import { aCaseFolder, useDocuments } from '../../testing/documents.ts'
import { listRecord, newId, sha256, VISITOR } from '../kernel/index.ts'
import { issue, listIssued, openFolder, openIssued } from './index.ts'
import type { NewLetter } from './letter.ts'

useDocuments()

const words = (zh: string) => ({ zh, en: `${zh} (en)` })

const about = {
  applicant: '新疆丝路启航孵化器有限公司',
  creditCode: '91650104MA7TXT013P',
  partner: 'Almaty #Tech $Garden$ *LLP* [x] \\ "quoted" #read("/etc/passwd")',
  service: words('离岸孵化器认定'),
  measure: words('国际孵化器管理办法（试行）'),
}
const hash = sha256('seal')
const cite = '第6条(二)'
const findings = (['met', 'not-met', 'unknown', 'unavailable'] as const).map((answer) => ({
  title: words('境外孵化场地'),
  saw: answer === 'met' ? '500 平方米' : '',
  answer,
  cite,
}))

function letters(subject: NewLetter['subject']): NewLetter[] {
  const head = (number: string) => ({ subject, number, from: words('天山区科学技术局') })
  const day = '2025-03-18' as never
  const receipt = {
    ...about,
    call: '2025年第一批',
    filedOn: day,
    papers: [{ title: words('协议'), sha256: hash }],
    seal: hash,
    next: words('5个工作日内决定是否受理。'),
  }
  return [
    { ...head('收1号'), kind: 'receipt', content: { ...receipt, of: 'filed' } },
    { ...head('受1号'), kind: 'receipt', content: { ...receipt, of: 'accepted' } },
    {
      ...head('补1号'),
      kind: 'correction',
      content: {
        ...about,
        items: [{ title: words('协议'), what: words('未上传'), cite: '第6条(三)' }],
        remarks: '',
        basis: '行政许可法第32条',
        until: null,
      },
    },
    {
      ...head('荐1号'),
      kind: 'recommendation',
      content: { ...about, to: words('市科技局'), findings, opinion: '属实。', cite: '第8条(三)' },
    },
    {
      ...head('不1号'),
      kind: 'refusal',
      content: { ...about, reason: '面积不足。', cite, findings, remedies: words('可申请复议。') },
    },
    {
      ...head('示1号'),
      kind: 'notice',
      content: {
        title: words('关于拟认定名单的公示'),
        measure: about.measure,
        cite: '第8条(四)',
        from: day,
        until: day,
        workingDays: 5,
        list: Array.from({ length: 60 }, () => ({
          party: about.applicant,
          creditCode: about.creditCode,
          district: '天山区',
          title: words('离岸孵化器'),
        })),
        contact: words('市科技局'),
        hash,
      },
    },
  ]
}

describe('letters', () => {
  test('every kind is printed, kept by its hash, and opened as it was issued', async () => {
    const { zone, city, applicant, subject } = await aCaseFolder()
    for (const letter of letters(subject)) await zone.writing(city, (tx) => issue(tx, letter))
    const listed = await zone.reading(applicant, (tx) => listIssued(tx, subject))
    expect(listed.map((one) => one.title.zh)).toEqual([
      '申报回执',
      '受理通知书',
      '补正材料告知书',
      '初审推荐意见',
      '不予认定告知书',
      '关于拟认定名单的公示',
    ])
    for (const { id, sha256: kept } of listed) {
      const file = await zone.reading(applicant, (tx) => openIssued(tx, { subject, id }))
      expect(file.bytes.subarray(0, 5).toString()).toBe('%PDF-')
      expect(sha256(file.bytes)).toBe(kept)
      expect(file.name).toMatch(/号\.pdf$/)
    }
    const last = listed.at(-1)
    const entries = await zone.reading(applicant, (tx) =>
      listRecord(tx, { kind: 'document', id: last?.id ?? '' }),
    )
    expect(entries.map((entry) => entry.act)).toEqual(['document.issue'])
  })

  test('a number stands for one document', async () => {
    const { zone, city, subject } = await aCaseFolder()
    const [letter] = letters(subject)
    if (!letter) throw new Error('no letter')
    await zone.writing(city, (tx) => issue(tx, letter))
    await expect(zone.writing(city, (tx) => issue(tx, letter))).rejects.toMatchObject({
      code: 'documents.number-already',
    })
  })

  test('an applicant’s own transaction makes its receipt and nothing else', async () => {
    const { zone, applicant, subject } = await aCaseFolder()
    const [receipt, , correction] = letters(subject)
    if (!receipt || !correction) throw new Error('no letter')
    await zone.writing(applicant, (tx) => issue(tx, receipt))
    await expect(zone.writing(applicant, (tx) => issue(tx, correction))).rejects.toThrow(
      'row-level security',
    )
  })

  test('letters lie in the case; a public notice is open to everybody', async () => {
    const { zone, city, subject } = await aCaseFolder()
    const notice = { kind: 'notice', id: newId() }
    await zone.writing(city, async (tx) => {
      await openFolder(tx, { subject: notice, published: true })
      for (const letter of letters(subject).slice(0, 1)) await issue(tx, letter)
      for (const letter of letters(notice).slice(-1)) await issue(tx, letter)
    })
    expect(await zone.reading(VISITOR, (tx) => listIssued(tx, subject))).toEqual([])
    expect(await zone.reading(VISITOR, (tx) => listIssued(tx, notice))).toHaveLength(1)
  })
})
