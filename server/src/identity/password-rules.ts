import { refusal } from '../kernel/index.ts'

/** What a password that a person chooses must be; NIST SP 800-63B-4 §3.1.1.2 unless configured. */
export type PasswordRules = {
  /** Characters at least: 15 where the password stands alone. */
  readonly least: number
  /** Kinds of characters (capitals, small letters, digits, others) at least; NIST asks for none (1). */
  readonly kinds: 1 | 2 | 3 | 4
  /** Whether the list of common passwords is consulted. */
  readonly common: boolean
}

export const NIST_RULES: PasswordRules = { least: 15, kinds: 1, common: true }

const KINDS = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u]
/** Words that anybody would try first here. */
const OURS = ['banfa', '有办法', 'password', '密码']

/**
 * Refuses `identity.password-short`, `-kinds`, `-common` or `-own` with the field `password`.
 * @param about the login and the name, which may not make up the password
 */
export async function refusePassword(
  password: string,
  rules: PasswordRules,
  about: { readonly login: string; readonly name: string },
): Promise<void> {
  const at = { field: 'password' }
  const chosen = password.normalize('NFKC')
  const { least } = rules
  if ([...chosen].length < least) refusal('identity.password-short', { least }, at)
  if (KINDS.filter((kind) => kind.test(chosen)).length < rules.kinds) {
    refusal('identity.password-kinds', { kinds: rules.kinds }, at)
  }
  const bare = bareOf(chosen)
  if (rules.common && (isOneSign(chosen) || (await commonPasswords()).has(bare))) {
    refusal('identity.password-common', {}, at)
  }
  const own = [about.login, about.name, ...OURS].map(bareOf).filter((word) => word.length >= 3)
  if (own.some((word) => bare.replaceAll(word, '').length < 4 && bare.includes(word))) {
    refusal('identity.password-own', {}, at)
  }
}

/** Digits and signs put at the end of a common password make it no rarer. */
function bareOf(text: string): string {
  const small = text.toLowerCase()
  return small.replace(/[\d\p{P}\p{S}\s]+$/u, '') || small
}

function isOneSign(text: string): boolean {
  return new Set(text).size < 4
}

let list: Promise<ReadonlySet<string>> | null = null

/** Some 49,000 passwords seen most often in breaches, read at the first use. */
function commonPasswords(): Promise<ReadonlySet<string>> {
  list ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) =>
      new Set(dictionary['passwords-common'].flatMap((one) => [one, bareOf(one)])),
  )
  return list
}
