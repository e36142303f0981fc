import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, existsSync } from 'node:fs'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { banfaInside, packFolder } from '../../testing/command-line.ts'
import { withDuckDb } from './match/duckdb.ts'

const SERVICE = 'maker-base-recognition'
const ONLY = ['--services', SERVICE]
const BANFA = fileURLToPath(new URL('../../bin/banfa.mjs', import.meta.url))

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
    const out = join(folder, 'cut.ndjson')
    await cutShort(folder, ['match', '--facts', join(folder, 'long.csv'), ...ONLY, '--out', out])
    const resumed = await matched(folder, 'long.csv', '--out', out, '--on', '2026-03-02')
    expect(resumed.resumedAfterRow).toBeGreaterThan(0)
    const whole = join(folder, 'whole.ndjson')
    const unbroken = await matched(folder, 'long.csv', '--out', whole, '--on', '2026-03-02')
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

  it('finds the wrong row near the end of a long file in little memory', async () => {
    const folder = await packFolder()
    const file = join(folder, 'long.csv')
    const rows = 15_000
    await writeLong(file, rows)
    const before = process.memoryUsage().heapUsed
    const summary = await matched(folder, 'long.csv')
    expect(summary).toMatchObject({
      firms: rows,
      wrong: 1,
      wrongCells: [{ row: 14_001, value: 'x' }],
    })
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(200_000_000)
  }, 60_000)

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

/** Starts the command as a process and kills it once it has kept some answers. */
async function cutShort(folder: string, argv: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [BANFA, ...argv, '--on', '2026-03-02'], {
    env: { PATH: '/usr/bin:/bin', BANFA_HOME: join(folder, 'home') },
  })
  const gone = once(child, 'exit')
  await expect
    .poll(() => existsSync(join(folder, 'cut.ndjson.progress')), { timeout: 30_000, interval: 20 })
    .toBe(true)
  child.kill('SIGKILL')
  await gone
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
