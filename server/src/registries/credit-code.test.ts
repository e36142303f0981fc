import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../kernel/index.ts'
import { bodyCheck, codeCheck, creditCode, isCreditCode } from './credit-code.ts'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

function lines(name: string): string[] {
  const file = new URL(`./conformance/credit-codes.${name}.txt`, import.meta.url)
  return readFileSync(file, 'utf8').split('\n').filter(Boolean)
}

function codeOf(prefix: string, body: string): string {
  const first17 = `${prefix}${body}${bodyCheck(body)}`
  return `${first17}${codeCheck(first17)}`
}

const anyCode = fc
  .tuple(
    fc.constantFrom('91', '12', '52', '93', 'Y1', 'N2'),
    fc.stringMatching(/^\d{6}$/),
    fc.array(fc.constantFrom(...ALPHABET), { minLength: 8, maxLength: 8 }),
  )
  .map(([kind, region, body]) => codeOf(`${kind}${region}`, body.join('')))

describe('unified social credit codes (GB 32100-2015, GB 11714)', () => {
  test.each(lines('valid'))('%s is a code', (code) => {
    expect(creditCode(code)).toBe(code)
  })

  test.each(lines('invalid'))('%s is no code', (text) => {
    expect(isCreditCode(text)).toBe(false)
    expect(() => creditCode(text)).toThrow(Refusal)
  })

  test('spaces around a code and small letters are forgiven', () => {
    expect(creditCode(' 91000000ma0000007c ')).toBe('91000000MA0000007C')
  })

  test('any one mistyped character is noticed', () => {
    const mistyped = fc.tuple(anyCode, fc.nat(17), fc.constantFrom(...ALPHABET))
    fc.assert(
      fc.property(mistyped, ([code, at, character]) => {
        fc.pre(code[at] !== character)
        expect(isCreditCode(code)).toBe(true)
        expect(isCreditCode(`${code.slice(0, at)}${character}${code.slice(at + 1)}`)).toBe(false)
      }),
    )
  })

  test('the refusal tells a wrong shape from a wrong check digit', () => {
    expect(() => creditCode('650100000012345')).toThrow('registries.malformed-credit-code')
    expect(() => creditCode('91000000MA0000007D')).toThrow('registries.wrong-credit-code')
  })
})
