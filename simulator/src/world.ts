import type { Books } from './books.ts'
import type { HourlyBudget } from './budgets.ts'
import type { Chats } from './chat.ts'
import type { Clock } from './clock.ts'
import type { Crowd } from './crowd.ts'
import type { Dials } from './dials.ts'
import type { Events } from './events.ts'
import type { Faults } from './faults.ts'
import type { SpeedLimits } from './limits.ts'
import type { TrafficLog } from './log.ts'
import type { MarketingCap } from './marketing-cap.ts'
import type { MediaStore } from './media.ts'
import type { Numbers } from './numbers.ts'
import type { Opinions } from './opinions.ts'
import type { Directory } from './people.ts'
import type { ServiceQuota } from './pricing.ts'
import type { Chance } from './random.ts'
import type { Reach } from './reach.ts'
import type { Scheduler } from './scheduler.ts'
import type { Pacing } from './templates/pacing.ts'
import type { Templates } from './templates/store.ts'
import type { Tokens } from './tokens.ts'
import type { Webhooks } from './webhooks.ts'
import type { Update } from './wire.ts'

/** Something to tell the operator of the simulator; never personal data. */
export interface Logger {
  info(facts: Record<string, unknown>, text: string): void
  warn(facts: Record<string, unknown>, text: string): void
}

/** What a business's server was told to talk with, and where it wants its webhooks. */
export interface Setup {
  token: string
  appSecret: string
  appId: string
  verifyToken: string
  callbackUrl: string
  verified: boolean
}

/** The whole simulated WhatsApp, in memory. */
export interface World {
  clock: Clock
  chance: Chance
  scheduler: Scheduler
  dials: Dials
  log: TrafficLog
  events: Events
  logger: Logger
  numbers: Numbers
  people: Directory
  chats: Chats
  templates: Templates
  media: MediaStore
  limits: SpeedLimits
  faults: Faults
  reach: Reach
  quota: ServiceQuota
  opinions: Opinions
  books: Books
  /** Keys whose quality people lowered and which are looked at again until they are well. */
  watched: Set<string>
  pacing: Pacing
  marketingCap: MarketingCap
  /** What an account may do per hour: create templates, and make management calls at all. */
  budgets: { creations: HourlyBudget; calls: HourlyBudget }
  crowd: Crowd
  sender: Webhooks
  setup: Setup | undefined
  tokens: Tokens
  /** Where this simulator is reached, without a slash at the end. */
  url: string
  /** Sends an update unless its account is not subscribed. */
  webhooks(update: Update): void
}
