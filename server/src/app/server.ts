import { admissionRoutes } from '../admission/index.ts'
import { auditRoutes } from '../audit/index.ts'
import { brakeRoutes } from '../brake/index.ts'
import { businessRoutes } from '../businesses/index.ts'
import { campaignRoutes } from '../campaigns/index.ts'
import { cardRoutes } from '../card/index.ts'
import { channelRoutes } from '../channels/index.ts'
import { complianceRoutes } from '../compliance/index.ts'
import { consentRoutes } from '../consent/index.ts'
import { contactRoutes } from '../contacts/index.ts'
import { costsRoutes } from '../costs/index.ts'
import { dispatchRoutes } from '../dispatch/index.ts'
import { inboxRoutes } from '../inbox/index.ts'
import { insightRoutes } from '../insights/index.ts'
import { intakeRoutes, mountWebhooks } from '../intake/index.ts'
import { integrationRoutes } from '../integrations/index.ts'
import { ledgerRoutes, mountWitness } from '../ledger/index.ts'
import {
  type Auth,
  authenticate,
  memberRoutes,
  mountAuth,
  mountInvitationAcceptance,
} from '../members/index.ts'
import { mergeRoutes } from '../merge/index.ts'
import { isSimulated } from '../platform/config.ts'
import { type Api, createServer, equip, type Routes } from '../platform/http/index.ts'
import type { Runtime } from '../platform/index.ts'
import { mountPreferences } from '../preferences/index.ts'
import { privacyRoutes } from '../privacy/index.ts'
import { mountVerifier, proofRoutes } from '../proof/index.ts'
import { mountNotices, recordsRoutes } from '../records/index.ts'
import { retentionRoutes } from '../retention/index.ts'
import { reviewRoutes } from '../reviews/index.ts'
import { rulePackRoutes } from '../rulepacks/index.ts'
import { segmentRoutes } from '../segments/index.ts'
import { mountPublicSources, sourceRoutes } from '../signup/index.ts'
import { standingRoutes } from '../standing/index.ts'
import { templateRoutes } from '../templates/index.ts'
import { mountShop } from './demo/shop/routes.ts'
import { type Live, mountLive } from './live.ts'
import { mountPages } from './pages.ts'

/** Every feature's routes that need a signed-in member. */
const SECURED: Routes[] = [
  memberRoutes,
  businessRoutes,
  brakeRoutes,
  auditRoutes,
  channelRoutes,
  consentRoutes,
  sourceRoutes,
  contactRoutes,
  segmentRoutes,
  costsRoutes,
  rulePackRoutes,
  dispatchRoutes,
  ledgerRoutes,
  standingRoutes,
  intakeRoutes,
  templateRoutes,
  inboxRoutes,
  campaignRoutes,
  cardRoutes,
  mergeRoutes,
  proofRoutes,
  privacyRoutes,
  retentionRoutes,
  recordsRoutes,
  admissionRoutes,
  integrationRoutes,
  complianceRoutes,
  insightRoutes,
  reviewRoutes,
]

/** The HTTP server of a process: health and metrics in every role, Meta's webhooks for intake, everything else for web. */
export async function buildServer(runtime: Runtime, auth: Auth, live: Live): Promise<Api> {
  const app = createServer(runtime)
  const { roles } = runtime.config
  if (roles.includes('intake')) mountWebhooks(app, runtime)
  await app.register(async (scope) => {
    const equipped = scope as Api
    await equip(equipped, runtime)
    if (roles.includes('web')) await mountWeb(equipped, runtime, auth, live)
  })
  return app
}

/** What is public, what needs a sign-in, and the pages. */
async function mountWeb(app: Api, runtime: Runtime, auth: Auth, live: Live): Promise<void> {
  mountAuth(app, auth)
  mountWitness(app, runtime)
  await app.register(
    async (open) => {
      mountPublicSources(open as Api, runtime)
      mountInvitationAcceptance(open as Api, runtime, auth)
    },
    { prefix: '/api/v1' },
  )
  await app.register(
    async (secured) => {
      const api = secured as Api
      api.addHook('onRequest', (request) => authenticate(runtime, auth, request))
      mountLive(api, live)
      for (const routes of SECURED) routes(api, runtime)
    },
    { prefix: '/api/v1' },
  )
  mountNotices(app, runtime)
  await mountPreferences(app, runtime)
  mountVerifier(app)
  if (isSimulated(runtime.config)) mountShop(app, runtime)
  await mountPages(app, runtime)
}
