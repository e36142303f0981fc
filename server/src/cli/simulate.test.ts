import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
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
