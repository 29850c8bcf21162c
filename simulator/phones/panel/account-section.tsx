import { banAccount, changeAccount, listAccounts, restrictAccount } from '../api/simulator.ts'
import { useLive } from '../api/use-live.ts'
import { useSettings } from '../app/settings.tsx'
import { Segments } from '../ui/segments.tsx'
import { attempt } from '../ui/toast.ts'
import { Section } from './section.tsx'

const spans = ['0', '1', '3', '7', '30'] as const
type Span = (typeof spans)[number]

const spanOf = (restricted: boolean): Span | undefined => (restricted ? undefined : '0')

/** Payment, restrictions and bans of the business's account; each sends the webhooks of Meta. */
export function AccountSection({ wabaId }: { wabaId: string }) {
  const { words, locale } = useSettings()
  const { data, reload } = useLive('accounts', listAccounts, (name) => name === 'numbers')
  const account = data?.find((each) => each.id === wabaId)
  if (!account) return null
  const [restriction] = account.restrictions
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const act = async (work: Promise<object>) => {
    await attempt(work, words.unreachable)
    reload()
  }
  return (
    <Section title={words.account} hint={words.accountHint}>
      <Segments
        label={words.payment}
        value={account.payment}
        testId="account-payment"
        options={[
          { value: 'ok', text: words.paymentOk, tone: 'good' },
          { value: 'failed', text: words.paymentFailed, tone: 'bad' },
        ]}
        onChange={(payment) => void act(changeAccount(wabaId, { payment }))}
      />
      <Segments
        label={
          restriction ? words.restrictedUntil(when.format(new Date(restriction.until))) : words.restriction
        }
        value={spanOf(restriction !== undefined)}
        testId="account-restriction"
        options={spans.map((span) => ({ value: span, text: span === '0' ? words.none : words.days(span) }))}
        onChange={(span) => void act(restrictAccount(wabaId, Number(span)))}
      />
      <Segments
        label={words.ban}
        value={account.ban ? (account.ban.state === 'DISABLE' ? 'disable' : 'schedule') : 'reinstate'}
        testId="account-ban"
        options={[
          { value: 'reinstate', text: words.none, tone: 'good' },
          { value: 'schedule', text: words.banScheduled, tone: 'warn' },
          { value: 'disable', text: words.banInForce, tone: 'bad' },
        ]}
        onChange={(state) => void act(banAccount(wabaId, state))}
      />
    </Section>
  )
}
