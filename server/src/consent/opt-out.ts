/** Payload of an opt-out button, on our templates and in our questions; it beats any text. Null: all marketing. */
export function optOutPayload(topicId: string | null): string {
  return `optout:${topicId ?? 'all'}`
}

/** @returns what a payload opts out of; undefined when it is none of ours */
export function parseOptOut(payload: string): { topicId: string | null } | undefined {
  const scope = /^optout:(all|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/.exec(
    payload,
  )?.[1]
  return scope === undefined ? undefined : { topicId: scope === 'all' ? null : scope }
}
