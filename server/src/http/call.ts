import type { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Actor, Kernel, ReadTx, WriteTx } from '../kernel/index.ts'
import type { RouteName, routes } from './contract/routes.ts'

type Given<R, Part extends string> = R extends { readonly [P in Part]: infer S extends z.ZodType }
  ? z.output<S>
  : undefined

/** One uploaded file, whole: the size limit is enforced while it is read. */
export type Upload = {
  readonly fileName: string
  readonly bytes: Buffer
  /** Text fields that came before the file. */
  readonly fields: Readonly<Record<string, string>>
}

/** What a handler may do to the sign-in of the browser it answers. */
export type SessionCookie = {
  readonly token: string | null
  /** What is left of the session in seconds; null for a visitor. */
  readonly left: { readonly idle: number; readonly all: number } | null
  /** The person's posts are withheld until they come in by two steps. */
  readonly needsTwoSteps: boolean
  /** `seconds`: how long the browser keeps it. */
  set(token: string, seconds: number): void
  clear(): void
  /** The state of a sign-on elsewhere, which only the browser that began it holds. */
  readonly state: string | null
  keepState(state: string | null): void
}

/** A request, parsed: handlers never see Fastify. */
export type Call<R> = {
  readonly params: Given<R, 'params'>
  readonly query: Given<R, 'query'>
  readonly body: Given<R, 'body'>
  readonly session: SessionCookie
  /** Where the browser stands, `https://banfa.example`, and what it calls itself. */
  readonly origin: string
  readonly device: string
  /** The multipart field "file"; refuses `http.no-file` when there is none. */
  upload(): Promise<Upload>
}

/** A file as an answer; `name` is what a browser saves it as. */
export type FileAnswer = {
  readonly bytes: Uint8Array | Readable
  readonly media: string
  readonly name: string
  readonly inline: boolean
  /** Somebody sent it to us: shown inside our pages at most, never as a page of its own. */
  readonly uploaded?: boolean
  /** Content that never changes under this address. */
  readonly immutable?: boolean
}

type Tx<R> = R extends { readonly method: 'GET' } ? ReadTx : WriteTx

/** What a handler gives is only read: lists and records of the rooms are readonly. */
type Told<T> = T extends readonly (infer U)[]
  ? readonly Told<U>[]
  : T extends object
    ? { readonly [K in keyof T]: Told<T[K]> }
    : T
type Answer<R> = R extends { readonly answer: infer A extends z.ZodType }
  ? Told<z.input<A>>
  : FileAnswer

/** One use case behind one route: GET is handed a transaction that cannot write. */
export type Handler<R> = (tx: Tx<R>, call: Call<R>) => Promise<Answer<R>>

/** A use case that needs transactions of its own, such as signing in. */
export type DirectHandler<R> = {
  direct(kernel: Kernel, actor: Actor, call: Call<R>): Promise<Answer<R>>
}

export type Handlers = {
  readonly [N in RouteName]: Handler<(typeof routes)[N]> | DirectHandler<(typeof routes)[N]>
}

/** A part of the handlers, as one file of handlers gives them. */
export type Some<N extends RouteName> = Pick<Handlers, N>
