import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { banfaInside } from '../../testing/command-line.ts'

const words = (text: string) => `{ zh: ${text}, en: ${text} }`

const FILES = {
  'vocabulary/facts.yaml': `facts:
  jobs:
    title: { zh: 就业人数, en: Jobs }
    type: count
    unit: 人
    subject: party
    from: applicant
    sensitivity: public
    ask: { zh: 带动多少就业？, en: How many jobs? }
`,
  'packs/jobs/pack.yaml': `format: 1
pack: jobs
version: '1'
state: published
title: ${words('jobs')}
issuer: bureau
language: zh
validity: { from: null, until: null, cite: 第1条 }
offices: { bureau: { title: ${words('bureau')}, level: city } }
rankings:
  - name: by-jobs
    title: ${words('by-jobs')}
    cite: 第1条
    by: points
    ties: let-in
    grades: [{ grade: ranked, title: ${words('ranked')} }]
    quotas:
      ties: leave-out
      of: [{ quota: each, title: ${words('each')}, cite: 第1条, within: district, places: 1 }]
`,
  'packs/jobs/gist.yaml': `articles:
  - article: 第1条
    chapter: ${words('all')}
    gist: ${words('jobs')}
    mark: executable
    reason: ${words('computable')}
    carried-by: [some-jobs, by-jobs]
`,
  'packs/jobs/values/points.yaml': `values:
  - { value: points, title: ${words('points')}, cite: 第1条, amount: { of: 1000 元 * (就业人数 / 1 人) } }
`,
  'packs/jobs/conditions/some-jobs.yaml': `condition: some-jobs
title: ${words('some-jobs')}
cite: 第1条
that: 就业人数 >= 1 人
`,
  'packs/jobs/services/list.yaml': `service: list
title: ${words('list')}
cite: 第1条
kind: entry
needs: some-jobs
applicants: [enterprise]
joint: false
papers: []
route: []
`,
}

const made: string[] = []
afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true }))))

async function folderWith(field: unknown): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'banfa-rank-'))
  made.push(folder)
  const all = { ...FILES, 'field.json': JSON.stringify(field) }
  for (const [path, text] of Object.entries(all)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return folder
}

async function rank(field: unknown, name = 'by-jobs') {
  const folder = await folderWith(field)
  const pack = join(folder, 'packs/jobs')
  return banfaInside(folder, 'rank', pack, name, '--facts', join(folder, 'field.json'), '--json')
}

const firm = (id: string, jobs: number, district: string) => ({ id, district, facts: { jobs } })

it('ranks a field from a file: places, points, and who is inside', async () => {
  const ran = await rank([firm('甲', 5, 'a'), firm('乙', 9, 'b'), firm('丙', 9, 'b')])
  expect(ran).toMatchObject({ code: 0, err: '' })
  const { placed } = JSON.parse(ran.out)
  const read = placed.map((one: { place: number; points: string; admission: { is: string } }) => [
    one.place,
    one.points,
    one.admission.is,
  ])
  expect(read).toEqual([
    [3, '5000元', 'in'],
    [1, '9000元', 'out'],
    [1, '9000元', 'out'],
  ])
})

it.each([
  ['an unknown ranking', [firm('甲', 5, 'a')], 'by-job', 'cli.ranking-not-found'],
  ['one id twice', [firm('甲', 5, 'a'), firm('甲', 6, 'a')], 'by-jobs', 'cli.field-wrong'],
  [
    'a value of the wrong kind',
    [{ id: '甲', facts: { jobs: 'many' } }],
    'by-jobs',
    'cli.facts-wrong',
  ],
  ['what is no field', { id: '甲' }, 'by-jobs', 'cli.facts-unreadable'],
])('says no to %s', async (...[, field, name, code]) => {
  const ran = await rank(field, name)
  expect(ran.code).toBe(1)
  expect(JSON.parse(ran.out).error.code).toBe(code)
})
