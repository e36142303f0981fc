import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { banfaInside, packFolder } from '../../testing/command-line.ts'

/** Firms A to C around 300 and 400 m², the last with an area that is no number. */
const firms = `id,carrier-area-in-city,party-kind
A,300,enterprise
B,400,institution
C,large,enterprise
`

test('a draft beside the text in force: counts, the article that bars, the list behind the numbers', async () => {
  const folder = await packFolder()
  await writeFile(join(folder, 'firms.csv'), firms)
  const list = join(folder, 'list.csv')
  const ran = await banfaInside(
    folder,
    ...['simulate', '--draft', 'international-incubators', '--against', 'international-incubators'],
    ...['--facts', join(folder, 'firms.csv'), '--by', 'party-kind', '--on', '2026-03-02'],
    ...['--out', list, '--json'],
  )
  const said = JSON.parse(ran.out)
  expect(said).toMatchObject({ firms: 2, wrong: 1 })
  for (const one of said.compared) {
    expect(one).toMatchObject({ gains: [], falls: [], draft: one.now })
    expect(one.groups.map(({ name }: { name: string }) => name)).toHaveLength(2)
  }
  expect(await readFile(list, 'utf8')).toContain('service,change,enterprise')
})

test('a fact that neither text knows is refused by name', async () => {
  const folder = await packFolder()
  await writeFile(join(folder, 'firms.csv'), firms)
  const pack = 'international-incubators'
  const ran = await banfaInside(
    folder,
    ...['simulate', '--draft', pack, '--against', pack, '--by', 'districtt'],
    ...['--facts', join(folder, 'firms.csv'), '--json'],
  )
  expect(ran.code).toBe(1)
  expect(ran.out).toContain('cli.facts-not-known')
})

const PLAN = fileURLToPath(new URL('../../../packs/hnte-action-plan-2023-2025', import.meta.url))

/** The plan with a second recognition counted as a first, of recognitions since 2024 alone. */
async function draftOf(folder: string): Promise<string> {
  const draft = join(folder, 'draft')
  await cp(PLAN, draft, { recursive: true })
  const file = join(draft, 'conditions/first-recognition.yaml')
  const text = await readFile(file, 'utf8')
  const changed = text
    .replace('高新技术企业认定次数 = 1 次', '高新技术企业认定次数 <= 2 次')
    .replace('>= date("2023-03-01")', '>= date("2024-01-01")')
  await writeFile(file, changed)
  return draft
}

// Read off the two texts by hand, one firm for each way to fare.
const recognised = `id,registered-place,high-tech-recognitions,high-tech-recognised-on,first-recognition-reward-paid-so-far
stays,乌鲁木齐市内,1,2024-05-01,0
gains,乌鲁木齐市内,2,2024-05-01,0
falls,乌鲁木齐市内,1,2023-11-15,0
barred,乌鲁木齐市内,,2023-11-15,0
freed,乌鲁木齐市内,2,,0
never,乌鲁木齐市外,1,2024-05-01,0
`

test('who gains, falls out, is barred or freed by a draft, at what cost and why', async () => {
  const folder = await packFolder()
  const [draft, file, list] = [await draftOf(folder), join(folder, 'f.csv'), join(folder, 'l.csv')]
  await writeFile(file, recognised)
  const asked = ['simulate', '--draft', draft, '--against', PLAN, '--facts', file]
  const more = ['--on', '2024-06-03', '--by', 'registered-place', '--out', list]
  const { out } = await banfaInside(folder, ...asked, ...more, '--json')
  const { compared } = JSON.parse(out)
  const first = compared.find((one: { service: string }) => one.service.startsWith('first-rec'))
  expect(first).toMatchObject({
    now: { firms: 2, fen: 20_000_000 },
    draft: { firms: 2, fen: 20_000_000 },
    gains: ['gains'],
    falls: ['falls'],
    open: [],
    barred: ['barred'],
    freed: ['freed'],
  })
  expect(first.reasons).toMatchObject([{ condition: 'first-in-period', cite: '五(三)', firms: 2 }])
  const listed = (await readFile(list, 'utf8')).split('\n').filter((line) => line.includes('first'))
  expect(listed.map((line) => line.trim().split(',').slice(1))).toEqual([
    ['gain', 'gains'],
    ['fall', 'falls'],
    ['barred', 'barred'],
    ['freed', 'freed'],
  ])
  const lines = (await banfaInside(folder, ...asked, ...more)).out
  expect(lines).toContain('2户、200000.00元')
  expect(lines).toContain('(barred) 1')
})

test('a draft that counts working days is counted by the published calendar', async () => {
  const folder = await packFolder()
  const draft = await draftOf(folder)
  const place = join(draft, 'conditions/first-recognition.yaml')
  const text = await readFile(place, 'utf8')
  // Ten working days after 2024-05-01 is 2024-05-16: 2 to 5 May are days of rest, 11 May is worked.
  const claimed = '高新技术企业认定日期 + 10 工作日 >= date("2024-05-16")'
  await writeFile(place, text.replace('高新技术企业认定次数 <= 2 次', claimed))
  const file = join(folder, 'f.csv')
  await writeFile(file, recognised.replace('2,2024-05-01', '2,2024-04-29'))
  const asked = ['simulate', '--draft', draft, '--against', PLAN, '--facts', file]
  const { out } = await banfaInside(folder, ...asked, '--on', '2024-06-03', '--json')
  const { compared } = JSON.parse(out)
  const first = compared.find((one: { service: string }) => one.service.startsWith('first-rec'))
  expect(first).toMatchObject({ draft: { firms: 1 }, gains: [] })
})
