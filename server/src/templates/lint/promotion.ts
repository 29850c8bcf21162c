import type { Sentence } from '../../platform/index.ts'

interface Kind {
  what: Sentence
  /** German, English, then the other languages of the library. */
  patterns: readonly RegExp[]
}

/**
 * What makes a message advertising, whatever else it says: BGH VI ZR 225/17 counts even a request for a review under an invoice;
 * Meta re-classifies such templates (C-64). Data: one pattern per way of saying it, held against a corpus in the tests.
 */
const PROMOTION: readonly Kind[] = [
  {
    what: { de: 'ein Nachlass', en: 'a discount' },
    patterns: [
      /\d+\s?(%|prozent)\s?(rabatt|nachlass|reduziert|günstiger|auf\b|auf alles|sparen)/iu,
      /\b(spare?|sparst|sparen sie|spart)\b[^.!?]{0,40}(\d+\s?(%|prozent|€|euro)|€\s?\d+)/iu,
      /\brabatt(e|code|aktion|en)?\b|\bsonderpreis|\bpreissenkung|\b(stark|jetzt|heute) reduziert|\bnachlass auf\b/iu,
      /\d+\s?(%|percent)\s?(off|discount|cheaper)/iu,
      /\bsave\b[^.!?]{0,30}(\d+\s?(%|percent)|[€£$]\s?\d+)|\bdiscount (code|on|for)\b|\b(a|get|your|enjoy|special|exclusive) (\w+ )?discount\b(?! (was|has been|is) applied)|\bprice drop|\breduced prices?\b/iu,
      /\d+\s?%\s?(de (réduction|remise|descuento)|di sconto|korting)|\bremise de\b|\bsoldes?\b|\bsconti?\b|\bdescuentos?\b|\bkorting(scode)?\b/iu,
    ],
  },
  {
    what: { de: 'ein Gutschein', en: 'a voucher' },
    patterns: [
      /\bgutschein(e|code|codes)?\b(?! (wurde|ist) (eingelöst|verrechnet|abgezogen))|\bcoupons?\b|\bvouchers?\b(?! (was|has been) (redeemed|applied))|\bpromo\s?codes?\b/iu,
      /\bbon d[’']achat|\bbuono (sconto|regalo)|\bcupón|\bwaardebon/iu,
      /\b(geschenk|gratis|kostenlos)\w*\b[^.!?]{0,30}\b(bestellung|einkauf|dazu|zugabe)|\bfree gift\b|\bfree (shipping|delivery) (on|for|when)\b|\bversandkostenfrei ab\b/iu,
    ],
  },
  {
    what: { de: 'ein Angebot', en: 'an offer' },
    patterns: [
      /\b(sonder|sommer|winter|herbst|frühlings|wochen|tages|top)-?angebot|\bangebote?\b[^.!?]{0,30}\b(jetzt|nur|heute|exklusiv|endet)|\b(jetzt|nur|heute|exklusiv)\w*\b[^.!?]{0,40}\bangebote?\b|\bunsere angebote\b|\bschlussverkauf|\bblack (friday|week)|\bcyber monday/iu,
      /\b(special|exclusive|limited|unbeatable|great) (time )?offers?\b|\boffer ends\b|\bour (latest |new )?offers\b|\b(summer|winter|spring|autumn|final|flash|clearance|end of season) sale\b|\bon sale\b|\b(the|our|big|huge) sale\b|\bdeals? (of|for|on)\b|\bbest deals?\b/iu,
      /\bsale\b(?= (ist|läuft|startet|beginnt|endet|bei|auf))|\bnur solange der vorrat\b|\bwhile stocks? lasts?\b/iu,
      /\boffre (spéciale|exclusive)|\bofferta (speciale|esclusiva)|\boferta (especial|exclusiva)|\baanbieding/iu,
    ],
  },
  {
    what: { de: 'eine Bitte um Bewertung', en: 'a request for a review' },
    patterns: [
      /\bbewerte[tn]?\b( sie)? (uns|unser|deine[nr]?|euer|ihre|jetzt|bitte)|\b(gib|gebt|geben sie) (uns )?(bitte )?(eine )?(\w+ )?bewertung|\b(fünf|5) sterne|\bschreib(e|t|en)?( sie)? (uns )?(eine )?(\w+ )?(rezension|bewertung)|\bwie (zufrieden|war) (bist|sind|deine?|ihre?)\b|\b(kundenbefragung|zufriedenheitsumfrage|kurze umfrage)\b/iu,
      /\brate (us|your|our)\b|\b(leave|write|give) (us )?(a |your )?(\w+ )?(review|rating)|\breview (us|your (purchase|order|stay))|\b(five|5)[- ]stars?\b|\bhow (satisfied|happy) (are|were) you\b|\b(take|answer) (our|a) (short |quick )?survey/iu,
      /\b(notez|évaluez)[- ](nous|votre)|\blascia(ci)? una recensione|\b(valóranos|deja una reseña)|\bbeoordeel (ons|je)/iu,
    ],
  },
  {
    what: { de: 'eine Kaufempfehlung', en: 'a suggestion to buy' },
    patterns: [
      /\bempfehl(en|ung)(en)? für (dich|euch|sie)|\b(das )?könnte (dir|ihnen|euch)( auch)? gefallen|\bpassend dazu\b|\b(kunden|andere) kauften auch|\bentdecke[nt]?\b( sie)? (jetzt |unsere?n? |die |das )|\bneue[nr]? (kollektion|sortiment|produkte|artikel|ware)|\bstöbere|\bschau (doch )?(mal )?(in unserem|im) shop/iu,
      /\brecommended for you|\byou (might|may) also like|\b(customers|others) also bought|\bdiscover (our|the|new)|\bnew (collection|arrivals|products|range)|\bbrowse (our|the)|\bcheck out our\b|\bperfect match\b/iu,
      /\b(jetzt|gleich|heute) (kaufen|shoppen|bestellen|zuschlagen|sichern|buchen)\b|\b(bestell|kauf|shoppe?|sicher|buch)e? (dir )?(jetzt|gleich|heute|noch heute)\b|\b(buy|shop|order|book|grab yours?) (it )?(now|today|yours)\b|\bupgrade (now|today|to)\b|\bhol dir\b/iu,
      /\bachetez|\bcommandez (maintenant|vite)|\bcompra (ora|ya|ahora)|\bacquista ora|\bkoop nu|\bbestel nu/iu,
    ],
  },
  {
    what: { de: 'eine Werbeaktion', en: 'a campaign' },
    patterns: [
      /\bgewinnspiel|\bverlosung|\bgewinne[nt]?\b (jetzt|mit|einen|eine|tolle)|\bwin (a|an|one|great|our)\b|\b(prize draw|giveaway|sweepstake|lottery)\b/iu,
      /\bnewsletter\b[^.!?]{0,30}\b(anmelde|abonnier|sign up|subscribe)|\bfolge[nt]?\b( sie)? uns\b|\bfollow us\b/iu,
      /\bwirb (freunde|einen freund)|\bfreunde (werben|einladen)|\b(refer|invite) (a )?friends?\b|\btreuepunkte\b[^.!?]{0,30}\b(sammel|einlös)|\b(earn|collect|redeem)\b[^.!?]{0,20}\bpoints\b|\bdoppelte punkte|\bdouble points/iu,
    ],
  },
]

/** The words that make a text advertising, and what they are; null when there are none. */
export function findPromotion(text: string): { words: string; what: Sentence } | null {
  for (const { what, patterns } of PROMOTION) {
    for (const pattern of patterns) {
      const words = pattern.exec(text)?.[0].trim()
      if (words) return { words, what }
    }
  }
  return null
}
