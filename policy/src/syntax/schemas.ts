import { conditionSchema } from './condition-shape.ts'
import {
  conditionFileShape,
  examplesShape,
  gistShape,
  packShape,
  serviceShape,
  vocabularyShape,
} from './pack-shapes.ts'
import type { JsonSchema } from './shape.ts'
import { valuesShape } from './value-shape.ts'

const published = (title: string, schema: JsonSchema): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title,
  ...schema,
})

/** The JSON Schema of each file of a pack, from the same shapes that check it. */
export const schemas: Readonly<Record<string, JsonSchema>> = {
  vocabulary: published('Banfa vocabulary', vocabularyShape.schema),
  pack: published('Banfa pack', packShape.schema),
  gist: published('Banfa gist', gistShape.schema),
  condition: published('Banfa condition', {
    ...conditionFileShape.schema,
    $defs: { condition: conditionSchema },
  }),
  values: published('Banfa values', valuesShape.schema),
  service: published('Banfa service', serviceShape.schema),
  examples: published('Banfa worked examples', examplesShape.schema),
}
