import type { Party } from './party.ts'

type Written = Pick<Party, 'name' | 'nameEn' | 'creditCode'>

/** What a search compares: name, English name and code in small letters. */
export function writtenOf({ name, nameEn, creditCode }: Written): string {
  return [name, nameEn, creditCode].filter(Boolean).join(' ').toLowerCase()
}

/** The different pairs of neighbouring characters; characters, not the halves of UTF-16. */
export function gramsOf(text: string): string[] {
  const characters = Array.from(text)
  return [...new Set(characters.slice(1).map((character, at) => `${characters[at]}${character}`))]
}
