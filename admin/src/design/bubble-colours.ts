/** Colours offered for the chat bubble on a shop's page; the first is the bubble's own. Any other can be typed. */
export const bubbleColours = ['#0b7a63', '#1f5fa8', '#6b4fa0', '#b03a48', '#c7631c', '#2f3a40'] as const
