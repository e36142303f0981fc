import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { banfaInside, GOOD_PACK, packFolder } from '../../testing/command-line.ts'

const SERVICE = 'offshore-incubator-recognition'

const table = (hit: string, name: string) => `<decision id="${name}" name="${name}">
<decisionTable hitPolicy="${hit}"><input><inputExpression><text>国外孵化场地面积</text></inputExpression></input>
<output/>
<rule><inputEntry><text>&lt; 500</text></inputEntry><outputEntry><text>0</text></outputEntry></rule>
<rule><inputEntry><text>&gt;= 500</text></inputEntry><outputEntry><text>10</text></outputEntry></rule>
</decisionTable></decision>`
const file = (...tables: readonly string[]) =>
  `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="x" namespace="x">
${tables.join('\n')}</definitions>`

describe('banfa dmn export', () => {
  it('writes a service as a DMN file, or prints it', async () => {
    const folder = await packFolder()
    const to = join(folder, 'service.dmn')
    const written = await banfaInside(folder, 'dmn', 'export', GOOD_PACK, SERVICE, '--out', to)
    expect(written.code).toBe(0)
    const printed = await banfaInside(folder, 'dmn', 'export', GOOD_PACK, SERVICE)
    expect(printed.out.trim()).toBe((await readFile(to, 'utf8')).trim())
    expect(printed.out).toContain('name="国外孵化场地面积"')
  })

  it('refuses a service there is not, and a place it cannot write', async () => {
    const folder = await packFolder()
    const none = await banfaInside(folder, 'dmn', 'export', GOOD_PACK, 'nothing')
    expect(none.err).toContain(SERVICE)
    const ran = await banfaInside(folder, 'dmn', 'export', GOOD_PACK, SERVICE, '--out', '/none/x')
    expect(ran.code).toBe(1)
    expect(ran.err).toContain('/none/x')
  })
})

describe('banfa dmn import', () => {
  it('prints tables as values, and fails with the place of what it refuses', async () => {
    const folder = await packFolder()
    const from = join(folder, 'tables.dmn')
    await writeFile(from, file(table('UNIQUE', 'Area points')))
    const ran = await banfaInside(folder, 'dmn', 'import', from, '--pack', GOOD_PACK)
    expect(ran.code).toBe(0)
    expect(ran.out).toContain('{ when: < 500 平方米, gives: 0 }')
    await writeFile(from, file(table('UNIQUE', 'Area points'), table('OUTPUT ORDER', 'Lists')))
    const half = await banfaInside(folder, 'dmn', 'import', from)
    expect(half.code).toBe(1)
    expect(half.out).toContain('value: area-points')
    expect(half.err).toContain('tables.dmn:9 Lists')
  })

  it('refuses what is no XML, without a stack', async () => {
    const folder = await packFolder()
    const from = join(folder, 'tables.dmn')
    await writeFile(from, '<definitions>')
    const ran = await banfaInside(folder, 'dmn', 'import', from)
    expect(ran.code).toBe(1)
    expect(ran.out + ran.err).not.toMatch(/^\s+at .+:\d+/m)
    expect(ran.err).toContain('tables.dmn')
    expect((await banfaInside(folder, 'dmn', 'import', join(folder, 'none.dmn'))).code).toBe(1)
  })
})

describe('banfa bpmn', () => {
  it('writes the procedure of a service as a BPMN file, and refuses one without a route', async () => {
    const folder = await packFolder()
    const to = join(folder, 'procedure.bpmn')
    const written = await banfaInside(folder, 'bpmn', GOOD_PACK, SERVICE, '--out', to)
    expect(written.code).toBe(0)
    expect(await readFile(to, 'utf8')).toContain('<bpmndi:BPMNDiagram')
    const none = await banfaInside(folder, 'bpmn', GOOD_PACK, 'nothing')
    expect(none.code).toBe(1)
    expect(none.err).toContain(SERVICE)
  })
})
