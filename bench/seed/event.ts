import type { ConsentEvent } from '../../server/src/consent/record.ts'
import type { Shop } from './shop.ts'

/** What a STOP leaves behind, of the size it has in real life. */
export function withdrawal(shop: Shop, contactId: string, at: Date): ConsentEvent {
  return {
    contactId,
    channelId: shop.channelId,
    topicId: shop.topicId,
    topicKey: 'news',
    type: 'withdrawn',
    state: 'withdrawn',
    at,
    wordingHash: 'ab'.repeat(32),
    evidence: { how: 'keyword', text: 'STOP', wamid: 'wamid.HBgNNDkxNTExMjM0NTY3OBUCABIYFjNFQjBDMUQ3' },
  }
}
