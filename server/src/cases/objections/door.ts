import { answerObjection } from '../answer-objection.ts'
import { objectTo } from '../object-to.ts'
import { addToObjection, attachToObjection, openFollowedFile } from './add-to-objection.ts'
import { followObjection } from './follow-objection.ts'
import { askObjector, openObjectionFile, viewObjection } from './handle-objection.ts'
import { listObjections } from './list-objections.ts'

/**
 * 异议, each a matter of its own: lodged by anybody, followed by number and key as the machine,
 * answered by the post the route names.
 */
export const objections = {
  lodge: objectTo,
  follow: followObjection,
  add: addToObjection,
  attach: attachToObjection,
  openFollowed: openFollowedFile,
  list: listObjections,
  view: viewObjection,
  openFile: openObjectionFile,
  ask: askObjector,
  answer: answerObjection,
}
