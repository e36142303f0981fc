import type { Id } from '../kernel/index.ts'

export type CaseId = Id<'CaseId'>
export type CallId = Id<'CallId'>
export type DrawId = Id<'DrawId'>
export type FilterId = Id<'FilterId'>
export type FilingId = Id<'FilingId'>
export type NoticeId = Id<'NoticeId'>
export type ObjectionId = Id<'ObjectionId'>
