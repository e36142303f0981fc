import type { applicant as zh } from '../zh-CN/applicant.ts'

export const applicant: Record<keyof typeof zh, string> = {}
