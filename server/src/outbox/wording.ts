import type { Kind } from './kinds.ts'
import type { Language } from './tables.ts'

export type Worded = { readonly subject: string; readonly body: string }

const SIGNED = {
  zh: '本邮件由系统按您的选择自动发送，请勿直接回复。更改或取消通知：',
  en: 'Sent as you chose; nobody reads replies. To change or end it: ',
}
const THINGS = { case: { zh: '申报件', en: 'Case' }, notice: { zh: '公示', en: 'Public notice' } }
const LOOK = { zh: '查看办理情况：', en: 'See where it stands: ' }

/** One sentence and a link: the number and nothing about any person. */
export function wordNotification(
  kind: Kind,
  language: Language,
  about: { readonly number: string; readonly link: string; readonly settings: string },
): Worded {
  const said = saidOf(kind, language, about.number)
  const full = language === 'zh' ? `${said}。` : `${said}.`
  return {
    subject: said,
    body: `${full}\n\n${LOOK[language]}\n${about.link}\n\n${SIGNED[language]}\n${about.settings}\n`,
  }
}

function saidOf({ about, says }: Kind, language: Language, number: string): string {
  if (about === 'review') return says[language]
  const gap = language === 'zh' && /[一-鿿]$/.test(number) ? '' : ' '
  return `${THINGS[about][language]} ${number}${gap}${says[language]}`
}

/** Asks whoever reads the address whether they want it. */
export function wordConfirmation(language: Language, link: string): Worded {
  if (language === 'zh') {
    return {
      subject: '请确认您的通知邮箱',
      body: `有人在本系统把此邮箱登记为通知邮箱。如是您本人，请在24小时内打开下列链接确认：\n\n${link}\n\n如不是您，请忽略本邮件，系统不会再向此邮箱发送。\n`,
    }
  }
  return {
    subject: 'Please confirm your e-mail address',
    body: `Somebody entered this address to be notified at. If it was you, confirm within 24 hours:\n\n${link}\n\nIf it was not, ignore this message; nothing more will be sent here.\n`,
  }
}
