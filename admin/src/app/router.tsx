import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { ApiProblem } from '../api/problem.ts'
import i18n from '../i18n/i18n.ts'
import { NotFound } from './frame/not-found.tsx'
import { PagePending } from './frame/page-pending.tsx'
import { RouteError } from './frame/route-error.tsx'
import { lastBusiness, rememberBusiness } from './last-business.ts'
import { meQuery, queryClient } from './queries.ts'
import { readSearch } from './use-filter.ts'

/** A page that is loaded, with its words, when it is first visited. `folder` is the folder in src/pages. */
const page = (folder: string, load: () => Promise<{ default: ComponentType }>) => ({
  component: lazyRouteComponent(load),
  loader: () => i18n.loadNamespaces(folder),
  validateSearch: readSearch,
})

const root = createRootRoute({ notFoundComponent: NotFound })

/** Sends whoever is not signed in to the sign-in page, and back afterwards. */
async function whoIsHere(href: string) {
  try {
    return await queryClient.ensureQueryData(meQuery)
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) {
      throw redirect({ to: '/sign-in', search: href === '/' ? {} : { next: href } })
    }
    throw error
  }
}

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async ({ location }) => {
    const me = await whoIsHere(location.href)
    const known = me.businesses.find((one) => one.slug === lastBusiness()) ?? me.businesses[0]
    throw known ? redirect({ to: '/b/$slug', params: { slug: known.slug } }) : redirect({ to: '/businesses' })
  },
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  ...page('sign-in', () => import('../pages/sign-in/page.tsx')),
})

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation/$token',
  ...page('invitation', () => import('../pages/invitation/page.tsx')),
})

const businesses = createRoute({
  getParentRoute: () => root,
  path: '/businesses',
  beforeLoad: async ({ location }) => ({ me: await whoIsHere(location.href) }),
  ...page('businesses', () => import('../pages/businesses/page.tsx')),
})

/** The operator's desk at the door. */
const admissions = createRoute({
  getParentRoute: () => root,
  path: '/admissions',
  beforeLoad: async ({ location }) => ({ me: await whoIsHere(location.href) }),
  ...page('admissions', () => import('../pages/admissions/page.tsx')),
})
const admission = createRoute({
  getParentRoute: () => root,
  path: '/admissions/$slug',
  beforeLoad: async ({ location }) => ({ me: await whoIsHere(location.href) }),
  ...page('admissions', () => import('../pages/admissions/application.tsx')),
})

const business = createRoute({
  getParentRoute: () => root,
  path: '/b/$slug',
  beforeLoad: async ({ params, location }) => {
    const me = await whoIsHere(location.href)
    const business = me.businesses.find((one) => one.slug === params.slug)
    if (!business) throw redirect({ to: '/businesses' })
    rememberBusiness(business.slug)
    return { me, business }
  },
  component: lazyRouteComponent(() => import('./frame/frame.tsx'), 'Frame'),
})

const below = <P extends string>(path: P) => ({ getParentRoute: () => business, path })

const home = createRoute({ ...below('/'), ...page('home', () => import('../pages/home/page.tsx')) })
const contacts = createRoute({
  ...below('contacts'),
  ...page('contacts', () => import('../pages/contacts/page.tsx')),
})
const duplicates = createRoute({
  ...below('contacts/duplicates'),
  ...page('duplicates', () => import('../pages/duplicates/page.tsx')),
})
const contact = createRoute({
  ...below('contacts/$id'),
  ...page('contact', () => import('../pages/contact/page.tsx')),
})
const segments = createRoute({
  ...below('segments'),
  ...page('segments', () => import('../pages/segments/page.tsx')),
})
const segment = createRoute({
  ...below('segments/$id'),
  ...page('segment', () => import('../pages/segment/page.tsx')),
})
const campaigns = createRoute({
  ...below('campaigns'),
  ...page('campaigns', () => import('../pages/campaigns/page.tsx')),
})
const campaignNew = createRoute({
  ...below('campaigns/new'),
  ...page('campaign-new', () => import('../pages/campaign-new/page.tsx')),
})
const campaign = createRoute({
  ...below('campaigns/$id'),
  ...page('campaign', () => import('../pages/campaign/page.tsx')),
})
const templates = createRoute({
  ...below('templates'),
  ...page('templates', () => import('../pages/templates/page.tsx')),
})
/** `$id` is `new` for a template that does not exist yet. */
const template = createRoute({
  ...below('templates/$id'),
  ...page('template', () => import('../pages/template/page.tsx')),
})
const sources = createRoute({
  ...below('sources'),
  ...page('sources', () => import('../pages/sources/page.tsx')),
})
const inbox = createRoute({ ...below('inbox'), ...page('inbox', () => import('../pages/inbox/page.tsx')) })
const standing = createRoute({
  ...below('standing'),
  ...page('standing', () => import('../pages/standing/page.tsx')),
})
const channelStanding = createRoute({
  ...below('standing/$id'),
  ...page('channel-standing', () => import('../pages/channel-standing/page.tsx')),
})
const reviews = createRoute({
  ...below('reviews'),
  ...page('reviews', () => import('../pages/reviews/page.tsx')),
})
/** `$quarter` is like `2026-Q4`. */
const review = createRoute({
  ...below('reviews/$quarter'),
  ...page('review', () => import('../pages/review/page.tsx')),
})
const costs = createRoute({ ...below('costs'), ...page('costs', () => import('../pages/costs/page.tsx')) })
const privacy = createRoute({
  ...below('privacy'),
  ...page('privacy', () => import('../pages/privacy/page.tsx')),
})
const records = createRoute({
  ...below('records'),
  ...page('records', () => import('../pages/records/page.tsx')),
})
const compliance = createRoute({
  ...below('compliance'),
  ...page('compliance', () => import('../pages/compliance/page.tsx')),
})

const settings = createRoute({
  ...below('settings'),
  ...page('settings', () => import('../pages/settings/page.tsx')),
})
const inSettings = <P extends string>(path: P, load: () => Promise<{ default: ComponentType }>) => ({
  getParentRoute: () => settings,
  path,
  component: lazyRouteComponent(load),
})
const settingsPages = [
  createRoute(inSettings('/', () => import('../pages/settings/business.tsx'))),
  createRoute(inSettings('members', () => import('../pages/settings/members.tsx'))),
  createRoute(inSettings('topics', () => import('../pages/settings/topics.tsx'))),
  createRoute(inSettings('sending', () => import('../pages/settings/sending.tsx'))),
  createRoute(inSettings('prices', () => import('../pages/settings/prices.tsx'))),
  createRoute(inSettings('budgets', () => import('../pages/settings/budgets.tsx'))),
  createRoute(inSettings('fields', () => import('../pages/settings/fields.tsx'))),
  createRoute(inSettings('channel', () => import('../pages/settings/channel.tsx'))),
  createRoute(inSettings('admission', () => import('../pages/settings/admission.tsx'))),
  createRoute(inSettings('webhooks', () => import('../pages/settings/webhooks.tsx'))),
  createRoute(inSettings('audit', () => import('../pages/settings/audit.tsx'))),
] as const

export const router = createRouter({
  routeTree: root.addChildren([
    start,
    signIn,
    invitation,
    businesses,
    admissions,
    admission,
    business.addChildren([
      home,
      contacts,
      duplicates,
      contact,
      segments,
      segment,
      campaigns,
      campaignNew,
      campaign,
      templates,
      template,
      sources,
      inbox,
      standing,
      channelStanding,
      reviews,
      review,
      costs,
      privacy,
      records,
      compliance,
      settings.addChildren(settingsPages),
    ]),
  ]),
  defaultPreload: 'intent',
  defaultPendingMs: 150,
  defaultPendingComponent: PagePending,
  defaultErrorComponent: RouteError,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
