import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { installPack } from '../src/cli/index.ts'
import { listRecord, VISITOR } from '../src/kernel/index.ts'
import {
  getMeasure,
  getProgram,
  installSource,
  installText,
  packSource,
} from '../src/rulebook/index.ts'
import { openSite } from '../testing/browser.ts'
import { openZone } from '../testing/index.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const PACK = 'tech-sme-2017'

async function withPack() {
  const zone = await openZone()
  const { version, digest } = await installPack(zone.kernel, { root, name: PACK, document: null })
  const director = await zone.anOfficer({ duties: ['decide'], name: '局长' })
  const { files } = await zone.reading(director, (tx) => packSource(tx, { pack: PACK, version }))
  const renewed = (text = (before: string) => before) => ({
    ...files,
    'pack.yaml': text((files['pack.yaml'] ?? '').replace(/^version: .*$/m, "version: '2026.new'")),
  })
  return { zone, director, version, digest, files, renewed }
}

describe('the text of a pack', () => {
  test('is kept with the version it was compiled from, the vocabulary among it', async () => {
    const { zone, director, version, digest, files } = await withPack()
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['pack.yaml', 'gist.yaml', 'vocabulary/party.yaml']),
    )
    const kept = await zone.reading(director, (tx) => packSource(tx, { pack: PACK, version }))
    expect(kept).toMatchObject({ pack: PACK, version, digest })
  })

  test('is seen by the city’s posts alone: nobody else finds a row, nor does another zone', async () => {
    const { zone, version } = await withPack()
    const of = { pack: PACK, version }
    const applicant = await zone.anApplicant()
    const district = await zone.anOfficer({ district: '650104' })
    for (const one of [VISITOR, applicant, district])
      await expect(zone.reading(one, (tx) => packSource(tx, of))).rejects.toMatchObject({
        code: 'rulebook.source-not-found',
      })
    const elsewhere = await openZone()
    await expect(elsewhere.asSystem((tx) => packSource(tx, of))).rejects.toMatchObject({
      code: 'rulebook.version-not-found',
    })
  })

  test('installed again makes a new version with its program and its own text, on the record', async () => {
    const { zone, director, digest, renewed } = await withPack()
    const as = director.posts[0] ?? null
    const made = await zone.writing(director, (tx) =>
      installSource(tx, { pack: PACK, files: renewed(), as }),
    )
    expect(made.version).toBe('2026.new')
    expect(made.digest).not.toBe(digest)
    const program = await zone.reading(VISITOR, (tx) => getProgram(tx, PACK, '2026.new'))
    expect(program.digest).toBe(made.digest)
    const kept = await zone.reading(director, (tx) => packSource(tx, made))
    expect(kept.files).toEqual(renewed())
    const entries = await zone.asSystem((tx) => listRecord(tx, { kind: 'measure', id: PACK }))
    expect(entries.map(({ act, actor }) => [act, actor.name])).toContainEqual([
      'pack.install',
      '局长',
    ])
  })

  test('made from an earlier one keeps its official text while no gist has changed', async () => {
    const { zone, director, version, renewed, files } = await withPack()
    const articles = ['第6条', '第7条', '第8条'].map((article) => ({
      article,
      text: `${article}正文`,
    }))
    const document = { fileName: '办法.docx', sha256: 'a'.repeat(64), articles }
    await zone.asSystem((tx) => installText(tx, { pack: PACK, version, ...document }))
    const install = (of: Record<string, string>) =>
      zone.writing(director, (tx) => installSource(tx, { pack: PACK, files: of }))
    expect((await install(renewed())).text).toEqual({ from: version, wanting: [] })
    const seen = await zone.reading(VISITOR, (tx) => getMeasure(tx, PACK, '2026.new'))
    expect(seen.texts).toEqual(articles)
    const changed = {
      ...renewed((text) => text.replace('2026.new', '2026.newer')),
      'gist.yaml': (files['gist.yaml'] ?? '').replace('满分100分', '满分一百分'),
    }
    expect((await install(changed)).text).toEqual({ from: null, wanting: ['第7条'] })
  })

  test('that does not compile is refused with every complaint, and nothing is kept', async () => {
    const { zone, director, renewed } = await withPack()
    const broken = {
      ...renewed(),
      'gist.yaml': 'articles: [{ article: 第1条 }]',
      'values/no.yaml': '[',
    }
    const attempt = zone.writing(director, (tx) => installSource(tx, { pack: PACK, files: broken }))
    const refused = await attempt.catch((problem: unknown) => problem)
    expect(refused).toMatchObject({ code: 'rulebook.does-not-compile' })
    const { told } = refused as { told: readonly { field: string; says: { zh: string } }[] }
    expect(told.length).toBeGreaterThan(3)
    expect(told.map(({ field }) => field)).toContainEqual(expect.stringMatching(/^gist\.yaml:1/))
    const of = { pack: PACK, version: '2026.new' }
    await expect(zone.reading(director, (tx) => packSource(tx, of))).rejects.toMatchObject({
      code: 'rulebook.version-not-found',
    })
  })

  test('of a version that is there, or of another measure, is refused', async () => {
    const { zone, director, files, renewed } = await withPack()
    const put = (given: Readonly<Record<string, string>>) =>
      zone.writing(director, (tx) => installSource(tx, { pack: PACK, files: given }))
    await expect(put(files)).rejects.toMatchObject({ code: 'rulebook.version-already' })
    const another = renewed((text) => text.replace(/^pack: .*$/m, 'pack: another'))
    await expect(put(another)).rejects.toMatchObject({ code: 'rulebook.another-pack' })
  })

  test('is installed by nobody else: the right denies, and the database itself', async () => {
    const { zone, renewed } = await withPack()
    const site = await openSite(zone)
    const url = `/api/measures/${PACK}/versions`
    const handler = await zone.anOfficer({ duties: ['handle'] })
    const district = await zone.anOfficer({ duties: ['decide'], district: '650104' })
    const browsers = [site.visitor, await site.signedIn(handler), await site.signedIn(district)]
    const replies = await Promise.all(
      browsers.map((one) => one.send('POST', url, { body: { files: renewed() } })),
    )
    expect(replies.map(({ status }) => status)).toEqual([401, 403, 403])
    const applicant = await zone.anApplicant()
    await expect(
      zone.writing(applicant, (tx) => installSource(tx, { pack: PACK, files: renewed() })),
    ).rejects.toThrow('row-level security')
  })

  test('comes back over HTTP as it went in; complaints are fields with file, line and article', async () => {
    const { zone, director, version, files, renewed } = await withPack()
    const site = await openSite(zone)
    const browser = await site.signedIn(director)
    const read = await browser.send('GET', `/api/measures/${PACK}/source?version=${version}`)
    expect(read.body).toMatchObject({ pack: PACK, version, files })
    const [file = ''] = Object.keys(files).filter((path) => path.startsWith('conditions/'))
    const wrong = {
      ...renewed(),
      [file]: (files[file] ?? '').replace(/that: .*/, 'that: 没有的事 > 3 人'),
    }
    const url = `/api/measures/${PACK}/versions`
    const refused = await browser.send('POST', url, { body: { files: wrong } })
    expect(refused.status).toBe(422)
    const { fields } = refused.body as { fields: { field: string; says: { zh: string } }[] }
    expect(fields[0]?.field).toMatch(/^conditions\/.*:\d+ /)
    expect(fields[0]?.says.zh).toContain('没有的事')
  })
})
