import type { RefusalCatalogue } from '../kernel/index.ts'
import { changeRefusals } from './changes/refusals-of-changes.ts'
import { rankingRefusals } from './ranking/refusals.ts'
import { actRefusals } from './refusals-of-acts.ts'
import { draftRefusals } from './refusals-of-drafts.ts'
import { reviewRefusals } from './refusals-of-review.ts'
import { sanctionRefusals } from './sanctions/refusals-of-sanctions.ts'
import { versionRefusals } from './versions/refusals-of-versions.ts'

/** Every no of the room: what, why, and what to do now. */
export const refusals = {
  ...draftRefusals,
  ...actRefusals,
  ...reviewRefusals,
  ...rankingRefusals,
  ...sanctionRefusals,
  ...changeRefusals,
  ...versionRefusals,
} satisfies RefusalCatalogue
