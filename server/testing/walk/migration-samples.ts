import { newId } from '../../src/kernel/index.ts'
import type { Sample } from './samples.ts'
import type { WalkedZone } from './zone.ts'

const at = '/api/measures/small-measure/migrations'
const to = '2026.first'
const reason = '现行版本更为有利，依过渡条款办理。'

/** Asked of the version that is in force and of what is not there: whoever may is told so. */
export const migrationSamples = {
  listMigrations: (): Sample => ({ url: at }),
  previewMigration: (): Sample => ({ url: `${at}/preview?to=${to}` }),
  migrateCases: ({ cases }: WalkedZone): Sample => ({
    url: at,
    body: { to, cases: cases.filter((one) => !one.isDraft).map(({ id }) => id), reason },
  }),
  undoMigration: (): Sample => ({ url: `${at}/${newId()}/undo`, body: { reason } }),
}
