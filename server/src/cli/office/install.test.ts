import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { GOOD_PACK, packFolder } from '../../../testing/command-line.ts'
import { docxOf, paragraph } from '../../../testing/docx.ts'
import { openZone } from '../../../testing/index.ts'
import { officialText } from '../../rulebook/index.ts'
import { installPack } from './install-command.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))

test('the official text is installed from a docx, article by article', async () => {
  const zone = await openZone()
  const folder = await packFolder()
  const document = join(folder, 'measure.docx')
  const lines = ['某市某办法', '第一章 总则', '第一条 甲。', '第二条 乙：', '（一）丙。']
  await writeFile(document, await docxOf(lines.map((line) => paragraph(line)).join('')))
  const { text, pack, version } = await installPack(zone.kernel, {
    root,
    name: GOOD_PACK,
    document,
  })
  expect(text).toMatchObject({
    articles: 2,
    unknown: [],
    missing: expect.arrayContaining(['第3条']),
  })
  const second = await zone.asSystem((tx) =>
    officialText(tx, { pack, version, article: '第2条(一)' }),
  )
  expect(second).toBe('乙：\n（一）丙。')
  const again = await installPack(zone.kernel, { root, name: GOOD_PACK, document })
  expect(again.text).toEqual(text)
})
