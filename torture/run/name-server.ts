// Loaded before the application in a dispatcher's process: a name that the machine does not know is found on the loopback, as long
// as a file does not say otherwise. What fails then is what fails when the name server is away.
import dns, { type LookupAddress, type LookupOptions } from 'node:dns'
import { existsSync } from 'node:fs'

/** The name under which dispatchers find WhatsApp. */
export const GRAPH_NAME = 'graph.torture.invalid'

type Found = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void

const away = process.env.TORTURE_NO_NAMES
if (away) {
  const lookup = dns.lookup
  const instead = (name: string, options: LookupOptions, found: Found) => {
    if (name !== GRAPH_NAME) return Reflect.apply(lookup, dns, [name, options, found])
    setImmediate(() => {
      if (existsSync(away)) {
        found(Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND' }), '')
      } else if (options.all) found(null, [{ address: '127.0.0.1', family: 4 }])
      else found(null, '127.0.0.1', 4)
    })
  }
  Object.assign(dns, { lookup: instead })
}
