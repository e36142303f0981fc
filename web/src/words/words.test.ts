import { describe, expect, test } from 'vitest'
import { applicant as applicantEn } from './en/applicant.ts'
import { changes as changesEn } from './en/changes.ts'
import { clocks as clocksEn } from './en/clocks.ts'
import { common as commonEn } from './en/common.ts'
import { drafts as draftsEn } from './en/drafts.ts'
import { draws as drawsEn } from './en/draws.ts'
import { editor as editorEn } from './en/editor.ts'
import { meetings as meetingsEn } from './en/meetings.ts'
import { objections as objectionsEn } from './en/objections.ts'
import { office as officeEn } from './en/office.ts'
import { people as peopleEn } from './en/people.ts'
import { pool as poolEn } from './en/pool.ts'
import { open as openEn } from './en/public.ts'
import { sanctions as sanctionsEn } from './en/sanctions.ts'
import { versions as versionsEn } from './en/versions.ts'
import { applicant } from './zh-CN/applicant.ts'
import { changes } from './zh-CN/changes.ts'
import { clocks } from './zh-CN/clocks.ts'
import { common } from './zh-CN/common.ts'
import { drafts } from './zh-CN/drafts.ts'
import { draws } from './zh-CN/draws.ts'
import { editor } from './zh-CN/editor.ts'
import { meetings } from './zh-CN/meetings.ts'
import { objections } from './zh-CN/objections.ts'
import { office } from './zh-CN/office.ts'
import { people } from './zh-CN/people.ts'
import { pool } from './zh-CN/pool.ts'
import { open } from './zh-CN/public.ts'
import { sanctions } from './zh-CN/sanctions.ts'
import { versions } from './zh-CN/versions.ts'

type List = Readonly<Record<string, string>>
const lists: readonly (readonly [string, List, List])[] = [
  ['common', common, commonEn],
  ['public', open, openEn],
  ['applicant', applicant, applicantEn],
  ['office', office, officeEn],
  ['editor', editor, editorEn],
  ['people', people, peopleEn],
  ['clocks', clocks, clocksEn],
  ['changes', changes, changesEn],
  ['sanctions', sanctions, sanctionsEn],
  ['meetings', meetings, meetingsEn],
  ['versions', versions, versionsEn],
  ['objections', objections, objectionsEn],
  ['pool', pool, poolEn],
  ['draws', draws, drawsEn],
  ['drafts', drafts, draftsEn],
]

const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((hole) => hole[1]).sort()

describe.each(lists)('the %s words', (_, zh, en) => {
  test('have the same keys in Chinese and in English', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort())
  })

  test('leave the same places to fill in both languages', () => {
    for (const key of Object.keys(zh))
      expect([key, holes(en[key] ?? '')]).toEqual([key, holes(zh[key] ?? '')])
  })

  test('are nowhere empty', () => {
    const empty = Object.entries({ ...zh, ...en }).filter(([, text]) => text.trim() === '')
    expect(empty).toEqual([])
  })
})
