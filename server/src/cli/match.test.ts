import { once } from 'node:events'
import { createWriteStream, existsSync } from 'node:fs'
import { appendFile, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Program } from '@banfa/policy/run'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { banfaInside, packFolder } from '../../testing/command-line.ts'
import { calendarDays, publishedCalendar } from '../kernel/index.ts'
import { withDuckDb } from './match/duckdb.ts'
import { fileSource } from './match/file-source.ts'
import { runMatch } from './match/match-run.ts'
import type { Reached } from './match/tally.ts'
import { compiledPack } from './pack/compiled.ts'
import { listPacks } from './pack/pack-folder.ts'

const SERVICE = 'maker-base-recognition'
const ONLY = ['--services', SERVICE]
const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

/** The area a maker base needs is 300 m² (第7条); the head of the column is its title or its name. */
async function folderWith(files: Readonly<Record<string, string>>) {
  const folder = await packFolder()
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  return folder
}

type Summary = {
  firms: number
  resumedAfterRow: number
  wrong: number
  wrongCells: { row: number; column: string; value: string; says: string }[]
  answers: Record<string, Record<string, number>>
}

async function matched(folder: string, facts: string, ...more: string[]): Promise<Summary> {
  const ran = await banfaInside(
    folder,
    'match',
    '--facts',
    join(folder, facts),
    ...ONLY,
    '--json',
    ...more,
  )
  return JSON.parse(ran.out) as Summary
}

const csv = `统一社会信用代码,carrier-area-in-city,备注
A,299,no
B,300 平方米,
C,,
`

describe('banfa match', () => {
  it('answers every enterprise of a table, whatever it knows of it', async () => {
    const folder = await folderWith({ 'f.csv': csv })
    const out = join(folder, 'answers.csv')
    const summary = await matched(folder, 'f.csv', '--out', out)
    expect(summary).toMatchObject({ firms: 3, wrong: 0 })
    expect(summary.answers[`international-incubators/${SERVICE}`]).toMatchObject({ 'not-met': 1 })
    const lines = (await readFile(out, 'utf8')).trim().split('\r\n')
    expect(lines).toHaveLength(4)
    expect(lines[1]).toMatch(/^A,2,international-incubators,maker-base-recognition,not-met,/)
    expect(lines[1]).toContain('300平方米')
    await expect(stat(`${out}.part`)).rejects.toThrow('ENOENT')
  })

  it('names a value of the wrong kind by row and column, and answers the rest', async () => {
    const folder = await folderWith({
      'f.ndjson':
        '{"id":"A","carrier-area-in-city":320}\n{"id":"B","carrier-area-in-city":"large"}\nno\n',
    })
    const summary = await matched(folder, 'f.ndjson')
    expect(summary).toMatchObject({ firms: 3, wrong: 2 })
    expect(summary.wrongCells).toMatchObject([
      { row: 2, column: 'carrier-area-in-city', value: 'large' },
      { row: 3, says: expect.stringContaining('JSON') },
    ])
  })

  it('goes on where a run was cut short, with the same answers', async () => {
    const folder = await packFolder()
    await writeLong(join(folder, 'long.csv'), 13_000)
    const out = join(folder, 'cut.csv')
    const stoppedAt = await cutShort(folder, out)
    // What a kill leaves behind: answers written after the last note of how far they reach.
    await appendFile(`${out}.part`, 'E9999,9999,half a li')
    const resumed = await matched(folder, 'long.csv', '--out', out)
    expect(resumed.resumedAfterRow).toBe(stoppedAt)
    const whole = join(folder, 'whole.csv')
    const unbroken = await matched(folder, 'long.csv', '--out', whole)
    expect(unbroken).toMatchObject({ resumedAfterRow: 0, answers: resumed.answers })
    expect(await readFile(out, 'utf8')).toBe(await readFile(whole, 'utf8'))
  }, 60_000)

  it('reads and writes Parquet, and writes a workbook', async () => {
    const folder = await folderWith({ 'f.csv': csv })
    const parquet = join(folder, 'f.parquet')
    await withDuckDb(async (connection) => {
      await connection.run(
        `copy (select 'A' as id, 299.5::decimal(10,2) as "carrier-area-in-city" union all select 'B', 300) to '${parquet}' (format parquet)`,
      )
    })
    const out = join(folder, 'answers.parquet')
    expect(await matched(folder, 'f.parquet', '--out', out)).toMatchObject({ firms: 2, wrong: 0 })
    const rows = await withDuckDb(async (connection) =>
      (
        await connection.runAndReadAll(`select enterprise, answer from '${out}' order by 1`)
      ).getRowsJson(),
    )
    expect(rows).toEqual([
      ['A', 'not-met'],
      ['B', 'unknown'],
    ])
    const book = join(folder, 'answers.xlsx')
    await matched(folder, 'f.csv', '--out', book)
    expect((await readFile(book)).subarray(0, 2).toString()).toBe('PK')
  })

  it('finds the wrong value in row 900,000 of ten megabytes, in little memory', async () => {
    const folder = await packFolder()
    const file = join(folder, 'long.csv')
    const lines = Array.from({ length: 1_000_000 }, (_, at) => (at === 899_999 ? 'x' : 3e8 + at))
    await writeFile(file, `carrier-area-in-city\n${lines.join('\n')}\n`)
    expect((await stat(file)).size).toBeGreaterThan(9_500_000)
    const before = process.memoryUsage.rss()
    const summary = await matched(folder, 'long.csv')
    expect(summary).toMatchObject({
      firms: 1_000_000,
      wrong: 1,
      wrongCells: [{ row: 900_001, column: 'carrier-area-in-city', value: 'x' }],
    })
    expect(process.memoryUsage.rss() - before).toBeLessThan(1_000_000_000)
  }, 120_000)

  it('counts lines through quotation marks, and says where one does not close', async () => {
    const folder = await folderWith({
      'f.csv': 'id,备注,carrier-area-in-city\nA,"两\n行",300\nB,"a ""b""",large\n',
      'g.csv': 'id,carrier-area-in-city\nA,300\nB,"300\n',
    })
    expect(await matched(folder, 'f.csv')).toMatchObject({
      firms: 2,
      wrongCells: [{ row: 4, column: 'carrier-area-in-city', value: 'large' }],
    })
    const ran = await banfaInside(folder, 'match', '--facts', join(folder, 'g.csv'), '--json')
    expect(ran.out).toContain('cli.match-record')
  })

  it('writes a workbook of real size, and refuses more than a sheet holds', async () => {
    const folder = await packFolder()
    const rows = (count: number) =>
      `carrier-area-in-city\n${Array.from({ length: count }, (_, at) => at % 400).join('\n')}\n`
    await writeFile(join(folder, 'some.csv'), rows(5_000))
    const book = join(folder, 'answers.xlsx')
    await matched(folder, 'some.csv', '--out', book)
    const sheet = await (await JSZip.loadAsync(await readFile(book)))
      .file('xl/worksheets/sheet1.xml')
      ?.async('string')
    expect(sheet?.match(/<row /g)).toHaveLength(5_001)
    // So many services each that the sheet is full before the table ends.
    await writeFile(join(folder, 'many.csv'), rows(80_000))
    const argv = ['match', '--facts', join(folder, 'many.csv'), '--out', book, '--json']
    const ran = await banfaInside(folder, ...argv)
    expect(ran.out).toContain('cli.match-too-many-rows')
    expect(existsSync(`${book}.part`)).toBe(false)
  }, 300_000)

  it('says what it cannot read or write', async () => {
    const folder = await folderWith({ 'f.txt': '' })
    const said = async (...argv: string[]) =>
      (await banfaInside(folder, 'match', ...argv, '--json')).out
    expect(await said()).toContain('cli.match-what')
    expect(await said('--facts', join(folder, 'f.txt'))).toContain('cli.match-format')
    expect(await said('--facts', join(folder, 'none.csv'))).toContain('cli.facts-unreadable')
    expect(await said('--facts', 'f.csv', '--out', 'o.pdf')).toContain('cli.match-format')
  })
})

/** Runs until the third block is kept and stops there; says the row it had come to. */
async function cutShort(folder: string, out: string): Promise<number> {
  const programs: Program[] = []
  for (const pack of await listPacks(ROOT)) programs.push((await compiledPack(ROOT, pack)).program)
  const facts = join(folder, 'long.csv')
  const asked = { facts, on: '2026-03-02', services: [SERVICE], out }
  const source = await fileSource(facts, programs)
  const calendar = calendarDays(publishedCalendar())
  const rows: number[] = []
  const told = ({ at }: Reached) => {
    if (rows.push(at.row) === 3) throw new Error('the power went')
  }
  await expect(runMatch({ asked, programs, source, calendar, told })).rejects.toThrow('the power')
  return rows.at(-1) ?? 0
}

async function writeLong(file: string, rows: number): Promise<void> {
  const out = createWriteStream(file)
  out.write('id,carrier-area-in-city,备注\n')
  for (let row = 1; row <= rows; row += 1) {
    const area = row === 14_000 ? 'x' : 200 + (row % 200)
    if (!out.write(`E${row},${area},${'注'.repeat(240)}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}
