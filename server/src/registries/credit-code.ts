import { refusal } from '../kernel/index.ts'

/** 统一社会信用代码, 18 characters, both check digits right (GB 32100-2015, GB 11714). */
export type CreditCode = string & { readonly is: 'CreditCode' }

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const BODY_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const BODY_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]
const SHAPE = /^[1-9A-HJ-NPQRTUWXY][1-9A-HJ-NPQRTUWXY]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/

/**
 * The code a text spells; spaces around it and lower case are forgiven. Refuses
 * `registries.malformed-credit-code` for the shape and `registries.wrong-credit-code` when a check
 * digit disagrees, which is how a mistyped character shows.
 */
export function creditCode(text: string): CreditCode {
  const code = text.trim().toUpperCase()
  const about = { field: 'creditCode' }
  if (!SHAPE.test(code))
    refusal('registries.malformed-credit-code', { text: code.slice(0, 30) }, about)
  if (bodyCheck(code.slice(8, 16)) !== code[16] || codeCheck(code.slice(0, 17)) !== code[17]) {
    refusal('registries.wrong-credit-code', { text: code }, about)
  }
  return code as CreditCode
}

export function isCreditCode(text: string): text is CreditCode {
  return (
    SHAPE.test(text) &&
    bodyCheck(text.slice(8, 16)) === text[16] &&
    codeCheck(text.slice(0, 17)) === text[17]
  )
}

/** GB 32100-2015 §5: weights 3^(i-1) mod 31 over the first 17 characters. */
export function codeCheck(first17: string): string {
  let weight = 1
  let sum = 0
  for (const character of first17) {
    sum += ALPHABET.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31)
}

/** GB 11714: the organisation code's own check over its first 8 characters; 10 is X, 11 is 0. */
export function bodyCheck(first8: string): string {
  const sum = BODY_WEIGHTS.reduce(
    (total, weight, at) => total + weight * BODY_ALPHABET.indexOf(first8.charAt(at)),
    0,
  )
  const check = 11 - (sum % 11)
  if (check === 10) return 'X'
  return check === 11 ? '0' : String(check)
}
