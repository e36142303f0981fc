import type { Sanction } from '@banfa/policy/run'
import type { Issued } from '../../documents/index.ts'
import type { Post, Words, WriteTx } from '../../kernel/index.ts'
import { aboutCase, issueLetter } from '../letters.ts'
import type { OpenCase } from '../open-case.ts'

const UNITS = {
  'working-days': { zh: '个工作日', en: 'working days' },
  days: { zh: '日', en: 'days' },
  months: { zh: '个月', en: 'months' },
  years: { zh: '年', en: 'years' },
} as const

/** What a sanction would do to this case, in words; the days of a bar are counted once it is decided. */
export function effectOf(open: OpenCase, sanction: Sanction, amount: string | null): Words {
  const { certificate } = open.state
  const parts: Words[] = []
  if (sanction.revokes && certificate) {
    const { number } = certificate
    parts.push({ zh: `取消认定（证书${number}）`, en: `Recognition ${number} is revoked` })
  }
  if (sanction.bar) parts.push(barWords(open, sanction.bar))
  if (amount) parts.push({ zh: `追回${amount}元`, en: `${amount} yuan are to be paid back` })
  if (parts.length === 0) parts.push(sanction.title)
  return {
    zh: `${parts.map((one) => one.zh).join('；')}。`,
    en: `${parts.map((one) => one.en).join('; ')}.`,
  }
}

function barWords(open: OpenCase, { length, services, from }: NonNullable<Sanction['bar']>): Words {
  const named = services === 'all' ? Object.keys(open.program.services) : services
  const titles = named.flatMap((name) => open.program.services[name]?.title ?? [])
  const span = {
    zh: `${length.length}${UNITS[length.unit].zh}`,
    en: `${length.length} ${UNITS[length.unit].en}`,
  }
  const since =
    from === 'finding'
      ? { zh: '自查实之日起', en: 'from the day of the finding' }
      : { zh: '自决定之日起', en: 'from the day of the decision' }
  return {
    zh: `${since.zh}${span.zh}内不得申报${titles.map((one) => one.zh).join('、')}`,
    en: `no application for ${span.en} ${since.en}: ${titles.map((one) => one.en).join(', ')}`,
  }
}

export type SanctionText = {
  readonly title: Words
  readonly opening: string
  readonly reason: string
  readonly effect: string
  readonly cite: string
  readonly rights: string
}

/** Issues 告知书, 决定书 or 恢复决定书 in the case's folder, signed by the office of the post. */
export async function issueSanctionLetter(
  tx: WriteTx,
  { open, post }: { readonly open: OpenCase; readonly post: Post | null },
  text: SanctionText,
): Promise<Issued> {
  return issueLetter(tx, open, {
    kind: 'sanction',
    series: '处',
    from: officeOf(open, post),
    content: { ...(await aboutCase(tx, open)), ...text },
  })
}

export function officeOf(open: OpenCase, post: Post | null): Words {
  return post?.officeName ?? open.program.offices[open.program.issuer]?.title ?? open.program.title
}
