import type { Body, Ok } from './answers.ts'

export type Billing = Ok<'/api/v1/billing', 'get'>
export type Budget = Ok<'/api/v1/budgets', 'get'>[number]
export type NewBudget = Body<'/api/v1/budgets', 'put'>
export type NewRate = Body<'/api/v1/price-rates', 'post'>
export type ImportedRates = Ok<'/api/v1/price-imports', 'post'>
export type Costs = Ok<'/api/v1/costs', 'get'>
export type CostComparison = Ok<'/api/v1/costs/comparison', 'get'>
