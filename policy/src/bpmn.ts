/** The door for drawing: the procedure of a service as BPMN 2.0. */
export { drawProcedure } from './bpmn/draw.ts'
export { writeBpmn } from './bpmn/write-bpmn.ts'
