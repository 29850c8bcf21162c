const shownEnd = 3

/** A number by which a member recognises a person without reading it out: `+4915123456789` → `+49 ••• 789`. */
export function maskPhone(phone: string): string {
  return phone.length <= shownEnd + 3 ? '•••' : `${phone.slice(0, 3)} ••• ${phone.slice(-shownEnd)}`
}
