import { createServer, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'

/** A server for models that answers nothing until it is told to refuse everybody; `asked` counts the calls of models. */
export const hangingServer = async () => {
  const hanging = new Set<ServerResponse>()
  let asked = 0
  let refuses = false
  const refuse = (response: ServerResponse): void => {
    response.writeHead(401, { 'content-type': 'application/json' }).end('{"error":{"message":"no"}}')
  }
  const server = createServer(({ method }, response) => {
    if (method === 'POST') asked += 1
    if (refuses) refuse(response)
    else hanging.add(response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    baseUrl: `http://127.0.0.1:${Object(server.address()).port}/v1`,
    asked: () => asked,
    refuse: () => {
      refuses = true
      hanging.forEach(refuse)
      hanging.clear()
    },
    allow: () => {
      refuses = false
    },
  }
}
