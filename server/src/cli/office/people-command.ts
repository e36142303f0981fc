import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'
import {
  administration,
  appoint,
  findOffice,
  openOffice,
  registerPerson,
} from '../../identity/index.ts'
import { DUTIES, OFFICE_LEVELS, refusal, type WriteTx } from '../../kernel/index.ts'
import { type Out, print } from '../out.ts'
import type { Machine } from '../settings.ts'

const words = z.object({ zh: z.string().min(1), en: z.string().min(1) })
const district = z
  .string()
  .regex(/^\d{6}$/)
  .optional()

/** The file of `banfa people`: the offices of a zone and who holds which post in them. */
const peopleFile = z.strictObject({
  offices: z
    .array(
      z.strictObject({
        key: z.string().min(1),
        level: z.enum(OFFICE_LEVELS),
        district,
        name: words,
      }),
    )
    .default([]),
  people: z
    .array(
      z.strictObject({
        login: z.string().min(1).max(80),
        name: z.string().min(1).max(80),
        office: z.string().min(1),
        district,
        title: words,
        duties: z.array(z.enum(DUTIES)).min(1),
      }),
    )
    .default([]),
})
type PeopleFile = z.output<typeof peopleFile>
type Entered = { readonly login: string; readonly password: string }

/**
 * banfa people: enters offices and people with their posts from a YAML file, all or nothing, and
 * prints each new person's first password once. Offices that are there already are kept.
 */
export async function enterPeople(machine: Machine, file: string, out: Out): Promise<void> {
  const given = await readPeople(file)
  const office = await machine.openOffice({ demo: false })
  try {
    const entered = await office.kernel.writing({ kind: 'system', job: 'people' }, (tx) =>
      enter(tx, given),
    )
    print(out, {
      json: entered,
      lines: entered.map(({ login, password }) => `${login}  ${password}`),
    })
  } finally {
    await office.close()
  }
}

/**
 * banfa people --reset: ends every way of signing in of one person, the three administrators
 * included, and prints a new first password once. Refuses `identity.person.not-found`.
 */
export async function resetOne(machine: Machine, login: string, out: Out): Promise<void> {
  const office = await machine.openOffice({ demo: false })
  try {
    const password = firstPassword()
    await office.kernel.writing({ kind: 'system', job: 'people' }, (tx) =>
      administration.resetSignIn(tx, { login, password }),
    )
    print(out, { json: [{ login, password }], lines: [`${login}  ${password}`] })
  } finally {
    await office.close()
  }
}

const firstPassword = () => randomBytes(9).toString('base64url')

async function readPeople(file: string): Promise<PeopleFile> {
  const text = await readFile(file, 'utf8').catch((problem: Error) =>
    refusal('cli.document-unreadable', { file, why: problem.message }),
  )
  const read = peopleFile.safeParse(parsed(file, text))
  if (read.success) return read.data
  const why = read.error.issues
    .map(({ path, message }) => `${path.join('.')}: ${message}`)
    .join('; ')
  return refusal('cli.people-unreadable', { file, why })
}

function parsed(file: string, text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 0 })
  } catch (problem) {
    return refusal('cli.people-unreadable', {
      file,
      why: String((problem as Error).message).split('\n')[0] ?? '',
    })
  }
}

async function enter(tx: WriteTx, given: PeopleFile): Promise<Entered[]> {
  for (const { key, level, district: of, name } of given.offices) {
    const there = await findOffice(tx, key, of ?? null)
    if (!there) await openOffice(tx, { key, level, district: of ?? null, name, parent: null })
  }
  const entered: Entered[] = []
  for (const person of given.people) entered.push(await enterPerson(tx, person))
  return entered
}

async function enterPerson(tx: WriteTx, given: PeopleFile['people'][number]): Promise<Entered> {
  const { login, name, title, duties } = given
  const office = await findOffice(tx, given.office, given.district ?? null)
  if (!office) return refusal('cli.no-such-office', { office: given.office, login })
  const password = firstPassword()
  const person = await registerPerson(tx, {
    login,
    name,
    password,
    isExpert: duties.includes('review'),
  })
  await appoint(tx, { person, office: office.id, title, duties, from: tx.today })
  return { login, password }
}
