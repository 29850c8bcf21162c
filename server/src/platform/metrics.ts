import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** The figures of one running application; labels never hold an id, a number or a name (C-47). */
export function createMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'jawort_' })
  const registers = [registry]
  return {
    registry,
    httpSeconds: new Histogram({
      name: 'jawort_http_request_seconds',
      help: 'Time to answer a request',
      labelNames: ['method', 'route', 'status'],
      registers,
    }),
    webhookUpdates: new Counter({
      name: 'jawort_webhook_updates_total',
      help: 'Updates received from WhatsApp, by what became of them',
      labelNames: ['result'],
      registers,
    }),
    webhookWaiting: new Gauge({
      name: 'jawort_webhook_updates_in_memory',
      help: 'Updates received from WhatsApp that are not durable yet, and not answered',
      registers,
    }),
    webhookSeconds: new Histogram({
      name: 'jawort_webhook_seconds',
      help: 'Time to answer a webhook, from its last byte; 200 means that it is durable',
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    }),
    webhookRefused: new Counter({
      name: 'jawort_webhooks_refused_total',
      help: 'Webhooks answered with 503, for WhatsApp to send them again, by reason',
      labelNames: ['reason'],
      registers,
    }),
    webhookUnused: new Counter({
      name: 'jawort_webhook_fields_unused_total',
      help: 'Updates of fields on which nothing depends, by field; kept as they came for 14 days',
      labelNames: ['field'],
      registers,
    }),
    addressBook: new Counter({
      name: 'jawort_address_book_entries_ignored_total',
      help: 'Entries of phones’ address books that WhatsApp sent; none of them is kept',
      registers,
    }),
    messages: new Counter({
      name: 'jawort_messages_total',
      help: 'Outgoing messages by category and outcome',
      labelNames: ['category', 'outcome'],
      registers,
    }),
    stopSeconds: new Histogram({
      name: 'jawort_stop_seconds',
      help: 'From the receipt of a STOP to the committed withdrawal',
      buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    }),
    inFlight: new Gauge({
      name: 'jawort_messages_in_flight',
      help: 'Requests to the Graph API that have not answered yet',
      registers,
    }),
  }
}

export type Metrics = ReturnType<typeof createMetrics>
