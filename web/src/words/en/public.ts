import type { open as zh } from '../zh-CN/public.ts'

export const open: Record<keyof typeof zh, string> = {}
