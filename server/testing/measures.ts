import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const FOLDER = fileURLToPath(new URL('../../../shared/measures/', import.meta.url))

/** The official documents are the user's own; they lie beside the repository or nowhere. */
export const measuresThere = existsSync(FOLDER)

export const measures = {
  regulation: 'changji-hightech-zone-regulation-2024.md',
  actionPlan: 'hnte-action-plan-2023-2025.txt',
  basePlan: 'innovation-base-plan-2021-2023-abridged.txt',
  incubators: 'international-incubator-trial-draft.txt',
  draftingNote: 'talent-building-2025-drafting-note.txt',
} as const

export type MeasureName = keyof typeof measures

export function pathOf(name: MeasureName): string {
  return `${FOLDER}${measures[name]}`
}

export function sourceOf(name: MeasureName): Promise<string> {
  return readFile(pathOf(name), 'utf8')
}
