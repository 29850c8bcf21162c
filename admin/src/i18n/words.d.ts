import 'i18next'
import type app from '../app/words.de.ts'
import type design from '../design/words.de.ts'
import type businesses from '../pages/businesses/words.de.ts'
import type home from '../pages/home/words.de.ts'
import type invitation from '../pages/invitation/words.de.ts'
import type settings from '../pages/settings/words.de.ts'
import type signIn from '../pages/sign-in/words.de.ts'

/** German is the first language: its keys are the truth that `t()` is checked against. Add a line per page folder. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    returnNull: false
    resources: {
      app: typeof app
      design: typeof design
      businesses: typeof businesses
      home: typeof home
      invitation: typeof invitation
      settings: typeof settings
      'sign-in': typeof signIn
    }
  }
}
