import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  banfa,
  banfaInside,
  type Files,
  GOOD_PACK,
  packFolder,
  type Ran,
  startBanfa,
} from '../../testing/command-line.ts'

/** Said with what, why and next step, and never as a stack trace. */
function expectSaid({ code, out, err }: Ran) {
  expect(code).toBe(1)
  expect(out + err).not.toMatch(/^\s+at .+:\d+/m)
  expect(out + err).not.toMatch(/node:internal|node_modules/)
}

type Complaints = { pack: string; digest: string | null; complaints: { code: string }[] }[]

async function codesOf(files: Files): Promise<string[]> {
  const ran = await banfaInside(await packFolder(files), 'check', 'mine', '--json')
  expectSaid(ran)
  const [checked] = JSON.parse(ran.out) as Complaints
  expect(checked?.digest).toBeNull()
  return checked?.complaints.map(({ code }) => code) ?? []
}

const bomb = ['a: &a [x, x]', 'b: &b [*a, *a, *a]', 'c: &c [*b, *b, *b]', 'd: [*c, *c, *c]']

describe('banfa check', () => {
  it('finds nothing wrong with the published pack', async () => {
    const folder = await packFolder()
    const ran = await banfaInside(folder, 'check', GOOD_PACK, 'mine', '--json')
    expect(ran.code).toBe(0)
    const checked = JSON.parse(ran.out) as Complaints
    expect(checked.map(({ complaints }) => complaints)).toEqual([[], []])
    expect(checked[0]?.digest).toBe(checked[1]?.digest)
  })

  const broken: readonly (readonly [string, Files])[] = [
    ['a file that is no YAML', { 'mine/conditions/bad.yaml': 'a: [\u0001 {' }],
    ['a file of bytes', { 'mine/conditions/bad.yaml': new Uint8Array([0, 255, 254, 1]) }],
    ['a huge file', { 'mine/conditions/huge.yaml': 'a'.repeat(2_500_000) }],
    ['an alias bomb', { 'mine/conditions/bomb.yaml': bomb.join('\n') }],
    ['no gist', { 'mine/gist.yaml': null }],
    ['no services', { 'mine/services': null }],
    ['an empty pack.yaml', { 'mine/pack.yaml': '' }],
    ['prototype keys', { 'mine/conditions/p.yaml': '__proto__: { condition: x }\nall: []' }],
    ['a deep nest', { 'mine/conditions/deep.yaml': `a: ${'['.repeat(5000)}${']'.repeat(5000)}` }],
  ]

  it.each(broken)('complains of %s, and does not break', async (_what, files) => {
    expect(await codesOf(files)).not.toEqual([])
  })

  it('says file, line and article of each complaint to people', async () => {
    const folder = await packFolder({ 'mine/gist.yaml': null })
    const { err } = await banfaInside(folder, 'check', 'mine')
    expect(err).toMatch(/mine\/conditions\/maker-base\.yaml:\d+:\d+ 第7条\(一\) cite\.no-article: /)
  })

  it.each(['nothing', '../../../etc', '__proto__', 'x'.repeat(5000)])(
    'says that there is no pack %s',
    async (name) => {
      const ran = await banfaInside(await packFolder(), 'check', name, '--json')
      expectSaid(ran)
      expect(JSON.parse(ran.out)).toMatchObject({
        error: { code: 'cli.pack-not-found', next: { zh: expect.any(String) } },
      })
    },
  )

  it('passes over a folder that is named like a file, and says which file cannot be read', async () => {
    const folder = await packFolder()
    await mkdir(join(folder, 'mine/conditions/dir.yaml'))
    expect((await banfaInside(folder, 'check', 'mine')).code).toBe(0)
    await symlink('/nowhere/at/all', join(folder, 'mine/conditions/gone.yaml'))
    const ran = await banfaInside(folder, 'check', 'mine', '--json')
    expectSaid(ran)
    expect(JSON.parse(ran.out)).toMatchObject({ error: { code: 'cli.pack-unreadable' } })
  })
})

describe('banfa try and coverage', () => {
  it('agree on every example of the published pack', async () => {
    const folder = await packFolder()
    const tried = await banfaInside(folder, 'try', 'mine', '--json')
    expect(tried.code).toBe(0)
    expect(JSON.parse(tried.out)).toMatchObject({ tried: expect.any(Number), wrong: [] })
    const [covered] = JSON.parse((await banfaInside(folder, 'coverage', 'mine', '--json')).out)
    expect(covered).toMatchObject({ articles: { executable: expect.any(Array) } })
  })

  it.each(['try', 'coverage'])('%s refuses a pack that does not compile', async (command) => {
    const folder = await packFolder({ 'mine/gist.yaml': null })
    const ran = await banfaInside(folder, command, 'mine', '--json')
    expectSaid(ran)
    expect(JSON.parse(ran.out)).toMatchObject({ error: { code: 'cli.pack-does-not-compile' } })
  })
})

describe('banfa evaluate and explain', () => {
  const ask = async (facts: string, ...more: string[]) => {
    const folder = await packFolder({ 'f.yaml': facts })
    const asked = ['evaluate', 'mine', 'maker-base-recognition', '--facts', 'f.yaml']
    return banfaInside(folder, ...asked, '--on', '2026-03-02', '--json', ...more)
  }

  it('answer with one JSON value, in which 299 m² is not met and 300 m² is (第7条(二))', async () => {
    for (const [area, answer] of [
      ['299 平方米', 'not-met'],
      ['300 平方米', 'met'],
    ]) {
      const ran = await ask(`carrier-area-in-city: ${area}`)
      expect(ran.code).toBe(0)
      const { findings } = JSON.parse(ran.out) as { findings: { condition: string }[] }
      const found = findings.find(({ condition }) => condition === 'base-area')
      expect(found).toMatchObject({ answer, cite: '第7条(二)' })
    }
  })

  it('explain says what would change the answer', async () => {
    const folder = await packFolder({ 'f.yaml': '{"carrier-area-in-city":"120 平方米"}' })
    const asked = ['explain', 'mine', 'maker-base-recognition', '--facts', 'f.yaml', '--json']
    const ran = await banfaInside(folder, ...asked)
    expect(ran.code).toBe(0)
    expect(JSON.parse(ran.out)).toMatchObject({ reads: expect.any(Array), answer: 'not-met' })
  })

  it.each([
    ['a list', '[1, 2]', 'cli.facts-unreadable'],
    ['nothing', '', 'cli.facts-unreadable'],
    ['no YAML', 'a: [', 'cli.facts-unreadable'],
    ['an alias', 'a: &a 1\nb: *a', 'cli.facts-unreadable'],
    ['more than a megabyte', `a: ${'x'.repeat(1_100_000)}`, 'cli.facts-unreadable'],
    ['an area in hours', 'carrier-area-in-city: 3 小时', 'cli.facts-wrong'],
    ['a list for a number', 'management-staff: [1]', 'cli.facts-wrong'],
  ])('refuse facts that are %s', async (_what, facts, code) => {
    const ran = await ask(facts)
    expectSaid(ran)
    expect(JSON.parse(ran.out)).toMatchObject({ error: { code } })
  })

  it('refuse an unknown service, a day that is none and a file that is not there', async () => {
    const folder = await packFolder({ 'f.yaml': 'management-staff: 3 人' })
    const codes = []
    for (const [service, file, on] of [
      ['constructor', 'f.yaml', '2026-03-02'],
      ['maker-base-recognition', 'f.yaml', '2026-02-30'],
      ['maker-base-recognition', '/gone.yaml', '2026-03-02'],
    ] as const) {
      const ran = await banfaInside(
        folder,
        ...['evaluate', 'mine', service, '--facts', file, '--on', on, '--json'],
      )
      expectSaid(ran)
      codes.push(JSON.parse(ran.out).error.code)
    }
    expect(codes).toEqual(['cli.service-not-found', 'cli.malformed-day', 'cli.facts-unreadable'])
  })
})

describe('the process', () => {
  it('exits 0 when all is well, 1 when something is wrong and 2 when it is misused', async () => {
    const folder = await packFolder({ 'mine/gist.yaml': null })
    const [good, bad, misused, helped] = await Promise.all([
      banfa(folder, 'check', GOOD_PACK),
      banfa(folder, 'check', 'mine'),
      banfa(folder, 'evaluate', 'mine'),
      banfa(folder, '--version'),
    ])
    expect([good.code, bad.code, misused.code, helped.code]).toEqual([0, 1, 2, 0])
    expectSaid(bad)
    expect(bad.err).toMatch(/mine\/conditions\/maker-base\.yaml:\d+:\d+ 第7条\(一\) cite/)
    expect(bad.out).toBe('')
  })
})

it('explain tells a whole pack in words, each line with its article', async () => {
  const folder = await packFolder()
  const plan = await banfaInside(folder, 'explain', 'hnte-action-plan-2023-2025')
  expect(plan.code).toBe(0)
  expect(plan.out).toContain('三(一) 第一次认定 = 高新技术企业认定次数 = 1 次')
  expect(plan.out).toContain('一(二) 2025 高新技术企业总数 达到 760家')
  expect(plan.out).toMatch(/三\(一\) 壮大高新技术企业规模：.*、/)
  const measure = await banfaInside(folder, 'explain', GOOD_PACK, '--lang', 'en')
  expect(measure.out).toMatch(/第7条 .*: all of/)
  expect(measure.out).toMatch(/working days/)
})

it('explain names the readings of an unclear text that the answer rests on', async () => {
  const folder = await packFolder({ 'f.json': '{ "high-tech-recognitions": 2 }' })
  const asked = ['explain', 'hnte-action-plan-2023-2025', 'renewal-reward']
  const { out } = await banfaInside(folder, ...asked, '--facts', join(folder, 'f.json'))
  expect(out).toMatch(/※ 三\(一\) 解释口径：.*中断.* → /)
  expect(out).not.toMatch(/※ 三\(三\)/)
})

it('explain of a service without facts says what it wants', async () => {
  const folder = await packFolder()
  const ran = await banfaInside(folder, 'explain', GOOD_PACK, 'maker-base-recognition', '--json')
  expect(ran.out).toContain('cli.facts-what')
})

it('check --watch checks a pack of one’s own folder again when a file of it is saved', async () => {
  const folder = await packFolder()
  const run = startBanfa(folder, 'check', join(folder, 'mine'), '--watch')
  const place = join(folder, 'mine/conditions/maker-base.yaml')
  try {
    await run.until(/没有问题/)
    const text = await readFile(place, 'utf8')
    await writeFile(place, text.replace('>= 300 平方米', '>= 300 人'))
    await run.until(/maker-base\.yaml:\d+:\d+ .*formula\.wrong|maker-base\.yaml:\d+:\d+ .*公式/)
    await writeFile(place, text)
    await run.until(/没有问题/)
  } finally {
    await run.stop()
  }
}, 120_000)
