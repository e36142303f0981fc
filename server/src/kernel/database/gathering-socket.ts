import { Socket } from 'node:net'

/**
 * A connection that sends what is written in one turn of the event loop together: statements that do
 * not wait for one another leave in one packet and wake the server once.
 */
export function gatheringSocket(): Socket {
  const socket = new Socket()
  // Not before: `connect` puts the usual way to write back.
  socket.once('connect', () => gather(socket))
  return socket
}

function gather(socket: Socket): void {
  const write = socket.write.bind(socket) as (...words: unknown[]) => boolean
  let isGathering = false
  const release = () => {
    isGathering = false
    socket.uncork()
  }
  socket.write = ((...words: unknown[]) => {
    if (!isGathering) {
      isGathering = true
      socket.cork()
      process.nextTick(release)
    }
    return write(...words)
  }) as Socket['write']
}
