import type { z } from 'zod'
import type { ReadTx, WriteTx } from '../kernel/index.ts'
import type { Route } from './contract/route.ts'
import type { RouteName, routes } from './contract/routes.ts'

type Given<R, Part extends string> = R extends { readonly [P in Part]: infer S extends z.ZodType }
  ? z.output<S>
  : undefined

/** One uploaded file, whole: the size limit is enforced while it is read. */
export type Upload = { readonly fileName: string; readonly bytes: Buffer }

/** What a handler may do to the sign-in of the browser it answers. */
export type SessionCookie = {
  readonly token: string | null
  /** `seconds`: how long the browser keeps it. */
  set(token: string, seconds: number): void
  clear(): void
}

/** A request, parsed: handlers never see Fastify. */
export type Call<R> = {
  readonly params: Given<R, 'params'>
  readonly query: Given<R, 'query'>
  readonly body: Given<R, 'body'>
  readonly session: SessionCookie
  /** The multipart field "file"; refuses `http.no-file` when there is none. */
  upload(): Promise<Upload>
}

/** A file as an answer; `name` is what a browser saves it as. */
export type FileAnswer = {
  readonly bytes: Uint8Array
  readonly media: string
  readonly name: string
  readonly inline: boolean
  /** Content that never changes under this address. */
  readonly immutable?: boolean
}

type Tx<R> = R extends { readonly method: 'GET' } ? ReadTx : WriteTx
type Answer<R> = R extends { readonly answer: infer A extends z.ZodType } ? z.input<A> : FileAnswer

/** One use case behind one route: GET is handed a transaction that cannot write. */
export type Handler<R extends Route> = (tx: Tx<R>, call: Call<R>) => Promise<Answer<R>>

export type Handlers = { readonly [N in RouteName]: Handler<(typeof routes)[N]> }

/** A part of the handlers, as one file of handlers gives them. */
export type Some<N extends RouteName> = Pick<Handlers, N>
