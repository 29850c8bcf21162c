import 'i18next'
import type app from '../app/words.de.ts'
import type design from '../design/words.de.ts'
import type admissions from '../pages/admissions/words.de.ts'
import type businesses from '../pages/businesses/words.de.ts'
import type campaign from '../pages/campaign/words.de.ts'
import type campaignNew from '../pages/campaign-new/words.de.ts'
import type campaigns from '../pages/campaigns/words.de.ts'
import type channelStanding from '../pages/channel-standing/words.de.ts'
import type compliance from '../pages/compliance/words.de.ts'
import type contact from '../pages/contact/words.de.ts'
import type contacts from '../pages/contacts/words.de.ts'
import type costs from '../pages/costs/words.de.ts'
import type duplicates from '../pages/duplicates/words.de.ts'
import type home from '../pages/home/words.de.ts'
import type inbox from '../pages/inbox/words.de.ts'
import type invitation from '../pages/invitation/words.de.ts'
import type privacy from '../pages/privacy/words.de.ts'
import type records from '../pages/records/words.de.ts'
import type review from '../pages/review/words.de.ts'
import type reviews from '../pages/reviews/words.de.ts'
import type segment from '../pages/segment/words.de.ts'
import type segments from '../pages/segments/words.de.ts'
import type settings from '../pages/settings/words.de.ts'
import type signIn from '../pages/sign-in/words.de.ts'
import type sources from '../pages/sources/words.de.ts'
import type standing from '../pages/standing/words.de.ts'
import type template from '../pages/template/words.de.ts'
import type templates from '../pages/templates/words.de.ts'

/** German is the first language: its keys are the truth that `t()` is checked against. Add a line per page folder. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    returnNull: false
    resources: {
      app: typeof app
      design: typeof design
      privacy: typeof privacy
      compliance: typeof compliance
      records: typeof records
      inbox: typeof inbox
      segments: typeof segments
      segment: typeof segment
      contacts: typeof contacts
      contact: typeof contact
      duplicates: typeof duplicates
      admissions: typeof admissions
      businesses: typeof businesses
      home: typeof home
      invitation: typeof invitation
      settings: typeof settings
      campaign: typeof campaign
      'campaign-new': typeof campaignNew
      costs: typeof costs
      campaigns: typeof campaigns
      sources: typeof sources
      template: typeof template
      templates: typeof templates
      'sign-in': typeof signIn
      standing: typeof standing
      'channel-standing': typeof channelStanding
      reviews: typeof reviews
      review: typeof review
    }
  }
}
