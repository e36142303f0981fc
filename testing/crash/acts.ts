import { type Client, signedIn } from '../client.ts'

/** What the product has said yes to; after a crash all of it must be there. */
export type Book = {
  revision: number
  readonly acts: Map<number, string>
  readonly receipts: Set<string>
}
export const emptyBook = (): Book => ({ revision: 0, acts: new Map(), receipts: new Set() })

export type CaseSeen = {
  readonly id: string
  readonly stage: string
  readonly revision: number
  readonly acts: readonly { readonly seq: number; readonly act: string; readonly hash: string }[]
  readonly facts: readonly { readonly name: string; readonly value: unknown }[]
  readonly papers: readonly {
    readonly paper: string
    readonly required: boolean
    readonly files: readonly object[]
  }[]
  readonly seal: { readonly receipt: string } | null
}

/** Who files, who returns it, and what is typed meanwhile. So one case is filed again and again. */
type Cast = {
  readonly applicant: string
  readonly officer: string
  /** The typed answer says its own revision, so that a draft can be checked by itself. */
  readonly answer: string
  readonly unit: string
}
export const CASTS: readonly Cast[] = [
  { applicant: 'xu.jie', officer: 'wang.lina', answer: 'management-staff', unit: '人' },
  { applicant: 'feng.tao', officer: 'zhao.guoqiang', answer: 'management-staff', unit: '人' },
  { applicant: 'bai.lu', officer: 'wang.lina', answer: 'carrier-area-abroad', unit: '平方米' },
]

export type Pair = {
  readonly applicant: Client
  readonly officer: Client
  readonly id: string
  readonly cast: Cast
}

export const typedAt = (revision: number) => 100 + revision

export async function openPair(address: string, cast: Cast): Promise<Pair> {
  const [applicant, officer] = await Promise.all([
    signedIn(address, cast.applicant),
    signedIn(address, cast.officer),
  ])
  const { rows } = await applicant<{ rows: { id: string }[] }>('GET', '/api/cases')
  const [row] = rows
  if (!row) throw new Error(`The demo has no application of ${cast.applicant}`)
  return { applicant, officer, id: row.id, cast }
}

export const lookAt = ({ applicant, id }: Pick<Pair, 'applicant' | 'id'>) =>
  applicant<CaseSeen>('GET', `/api/cases/${id}`)

/** Acts until the product is gone, noting each acknowledgement as it comes. */
export async function actUntilKilled(pair: Pair, book: Book, isKilled: () => boolean) {
  try {
    await handInMissing(pair)
    while (!isKilled()) await oneRound(pair, book)
  } catch (problem) {
    if (!isKilled()) throw problem
  }
}

async function handInMissing({ applicant, id }: Pair): Promise<void> {
  const seen = await lookAt({ applicant, id })
  if (seen.stage !== 'draft' && seen.stage !== 'returned') return
  for (const { paper } of seen.papers.filter((one) => one.required && one.files.length === 0)) {
    const form = new FormData()
    form.append('file', new Blob(['%PDF-1.4\n%%EOF\n']), '材料.pdf')
    await applicant('POST', `/api/cases/${id}/papers/${paper}`, form)
  }
}

async function oneRound(pair: Pair, book: Book): Promise<void> {
  const { applicant, officer, id, cast } = pair
  const seen = await lookAt(pair)
  let { revision } = seen
  if (seen.stage === 'filed') {
    const remarks = '请补充说明场地使用情况。'
    note(book, await officer<CaseSeen>('POST', `/api/cases/${id}/return`, { remarks }))
  }
  for (let time = 0; time < 3; time += 1) {
    const answers = { [cast.answer]: `${typedAt(revision + 1)} ${cast.unit}` }
    const saved = await applicant<CaseSeen>('PUT', `/api/cases/${id}/draft`, { revision, answers })
    revision = saved.revision
    book.revision = revision
  }
  note(book, await applicant<CaseSeen>('POST', `/api/cases/${id}/file`, { revision }))
}

function note(book: Book, seen: CaseSeen): void {
  for (const { seq, hash } of seen.acts) book.acts.set(seq, hash)
  if (seen.seal) book.receipts.add(seen.seal.receipt)
}
