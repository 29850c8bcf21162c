import { Anchor } from '@mantine/core'
import { IconMapPin, IconShoppingBag, IconSpeakerphone, IconTag, IconUser } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ConversationMessage } from '../../api/campaign-entities.ts'
import { PhoneNumber } from '../../design/phone-number.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './message-extras.module.css'

/** Where a person came from, and the product that they ask about: above their words. */
export function MessageOrigin({ message: { referral, productId } }: { message: ConversationMessage }) {
  const { t } = useTranslation('inbox')
  if (!referral && !productId) return null
  return (
    <span className={classes.origin}>
      {referral && (
        <span className={classes.line}>
          <IconSpeakerphone size={16} stroke={1.7} aria-hidden />
          <span>
            {t(`referral.${referral.source}`)}
            {referral.headline && <strong className={classes.strong}>{referral.headline}</strong>}
            {referral.body}
          </span>
        </span>
      )}
      {productId && (
        <span className={classes.line}>
          <IconTag size={16} stroke={1.7} aria-hidden />
          <span>{t('product', { id: productId })}</span>
        </span>
      )}
    </span>
  )
}

/** Cards, places, orders and forms that came with a message. */
export function MessageExtras({ message }: { message: ConversationMessage }) {
  const { cards, location, order, answers, text } = message
  return (
    <>
      {cards && <Cards cards={cards} />}
      {location && <Place name={text} place={location} />}
      {order && <Order items={order} />}
      {answers && answers.length > 0 && <Answers answers={answers} />}
    </>
  )
}

type Extra<K extends keyof ConversationMessage> = NonNullable<ConversationMessage[K]>

function Cards({ cards }: { cards: Extra<'cards'> }) {
  const { t } = useTranslation('inbox')
  return (
    <ul className={classes.extras}>
      {cards.map((card) => (
        <li key={`${card.name}${card.phones.join()}`} className={classes.line}>
          <IconUser size={18} stroke={1.6} aria-hidden />
          <span>
            <strong className={classes.strong}>{card.name || t('card.unnamed')}</strong>
            {card.phones.map((phone) => (
              <span key={phone} className={classes.small}>
                <PhoneNumber phone={phone} reveal />
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** No map of anybody's: the place opens in the device's own app. */
function Place({ name, place }: { name: string; place: Extra<'location'> }) {
  const { t } = useTranslation('inbox')
  const format = useFormat()
  const { latitude, longitude, address } = place
  return (
    <span className={classes.line}>
      <IconMapPin size={18} stroke={1.6} aria-hidden />
      <span>
        {name && <strong className={classes.strong}>{name}</strong>}
        {address && <span className={classes.small}>{address}</span>}
        <span className={classes.small}>
          {format.degrees(latitude)}, {format.degrees(longitude)}
        </span>
        <Anchor href={`geo:${latitude},${longitude}`} inherit underline="always">
          {t('place.open')}
        </Anchor>
      </span>
    </span>
  )
}

function Order({ items }: { items: Extra<'order'> }) {
  const { t } = useTranslation('inbox')
  const format = useFormat()
  const currencies = new Set(items.map((item) => item.currency))
  const [currency] = currencies
  const total = items.reduce((sum, item) => sum + (item.price ?? Number.NaN) * item.quantity, 0)
  return (
    <span className={classes.order}>
      <span className={classes.line}>
        <IconShoppingBag size={18} stroke={1.6} aria-hidden />
        <strong>{t('order.title', { count: items.length })}</strong>
      </span>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('order.quantity')}</th>
            <th scope="col">{t('order.product')}</th>
            <th scope="col">{t('order.price')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.productId}>
              <td>{format.number(item.quantity)} ×</td>
              <td>{item.productId}</td>
              <td>{item.price !== null && item.currency ? format.money(item.price, item.currency) : '–'}</td>
            </tr>
          ))}
        </tbody>
        {currencies.size === 1 && currency && Number.isFinite(total) && (
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {t('order.total')}
              </th>
              <td>{format.money(total, currency)}</td>
            </tr>
          </tfoot>
        )}
      </table>
    </span>
  )
}

function Answers({ answers }: { answers: Extra<'answers'> }) {
  return (
    <dl className={classes.answers}>
      {answers.map(({ field, value }) => (
        <div key={field}>
          <dt>{field}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
