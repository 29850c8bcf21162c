// Jawort in one process whose clock goes faster than a real one: an hour passes in a minute. Waits of less than a second, and what
// the network takes, stay as they are.
import { startApp } from '../../server/src/app/start.ts'
import { loadConfig } from '../../server/src/platform/config.ts'
import { virtualNow } from './virtual.ts'

const speed = Number(process.env.TORTURE_SPEED)
const now = virtualNow(speed, Number(process.env.TORTURE_SINCE))
const realNow = performance.now.bind(performance)
// Pacing and rests use the monotonic clock.
performance.now = () => realNow() * speed
await startApp(loadConfig(process.env), { clock: { now: () => new Date(now()) } })
