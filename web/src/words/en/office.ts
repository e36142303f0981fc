import type { office as zh } from '../zh-CN/office.ts'

export const office: Record<keyof typeof zh, string> = {}
