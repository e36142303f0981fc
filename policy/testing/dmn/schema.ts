import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { validateXML } from 'xmllint-wasm'

const SCHEMAS = join(
  dirname(createRequire(import.meta.url).resolve('dmn-moddle/package.json')),
  'resources/dmn/xsd',
)
const schema = (fileName: string) => ({
  fileName,
  contents: readFileSync(join(SCHEMAS, fileName), 'utf8'),
})

/** Where a text does not keep to the schema of DMN 1.3, as libxml2 sees it; at most five. */
export async function faultsOf(xml: string): Promise<readonly string[]> {
  const { valid, errors } = await validateXML({
    xml: { fileName: 'exported.dmn', contents: xml },
    schema: schema('DMN13.xsd'),
    preload: ['DC.xsd', 'DI.xsd', 'DMNDI13.xsd'].map(schema),
  })
  return valid ? [] : errors.slice(0, 5).map(({ message }) => message)
}
