import { refusals as ofCases } from '../cases/index.ts'
import { refusals as ofClocks } from '../clocks/index.ts'
import { refusals as ofConsultations } from '../consultations/index.ts'
import { refusals as ofDocuments } from '../documents/index.ts'
import { identityRefusals } from '../identity/index.ts'
import { kernelRefusals, type RefusalCatalogue } from '../kernel/index.ts'
import { refusals as ofMeetings } from '../meetings/index.ts'
import { refusals as ofOutbox } from '../outbox/index.ts'
import { refusals as ofReader } from '../reader/index.ts'
import { refusals as ofRegistries } from '../registries/index.ts'
import { refusals as ofRulebook } from '../rulebook/index.ts'
import { refusals as ofSimulations } from '../simulations/index.ts'
import { refusals as ofHttp } from './refusals.ts'

/** The sentences of every room, looked up by code. */
export const catalogue: RefusalCatalogue = {
  ...kernelRefusals,
  ...identityRefusals,
  ...ofRegistries,
  ...ofReader,
  ...ofRulebook,
  ...ofDocuments,
  ...ofCases,
  ...ofSimulations,
  ...ofClocks,
  ...ofOutbox,
  ...ofMeetings,
  ...ofConsultations,
  ...ofHttp,
}
