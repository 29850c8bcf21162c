import type { Delivery } from '../../api/entities.ts'
import type { Tone } from '../../design/state-badge.tsx'

export const deliveryTones: Record<Delivery['state'], Tone> = {
  waiting: 'info',
  delivered: 'good',
  dead: 'bad',
}
