import { accountCalls } from './client-account.ts'
import { analyticsCalls } from './client-analytics.ts'
import { createCore, type GraphClientOptions } from './client-core.ts'
import { mediaCalls } from './client-media.ts'
import { messageCalls } from './client-messages.ts'
import { peopleCalls } from './client-people.ts'
import { templateCalls } from './client-templates.ts'

/**
 * The Graph API for one channel, as far as Jawort uses it. Every answer is a value (`GraphResult`); nothing is thrown for
 * what Meta says or the network does. Source: Meta, WhatsApp Cloud API reference.
 */
export function createGraphClient(options: GraphClientOptions) {
  const core = createCore(options)
  return {
    ...messageCalls(core),
    ...templateCalls(core),
    ...accountCalls(core),
    ...peopleCalls(core),
    ...mediaCalls(core, options.baseUrl),
    ...analyticsCalls(core),
    /** Closes the connections, unless they are shared. */
    close: async () => {
      if (!options.transport) await core.transport.close()
    },
  }
}

export type GraphClient = ReturnType<typeof createGraphClient>
