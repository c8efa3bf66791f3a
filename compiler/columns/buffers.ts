export {
  arrayFor,
  cellsFor,
  givenName,
  inputBuffers,
  outputBuffers,
  statusName,
  textsName,
  type ArrayName,
  type Buffer,
} from '../../runtime/column-buffers.ts'
