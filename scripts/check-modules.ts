import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractDepcruiseConfig from 'dependency-cruiser/config-utl/extract-depcruise-config'

/** Fewer modules than this means that the cruiser saw nothing, and would be content with anything. */
const FLOOR = 250

const FOLDERS = [
  'server/src',
  'ledger/src',
  'simulator/src',
  'simulator/phones',
  'admin/src',
  'widget/src',
  'bench',
  'torture',
]

/** Layers, doors and cycles, as .dependency-cruiser.mjs says. */
export async function checkModules(): Promise<string[]> {
  const { options, ...ruleSet } = await extractDepcruiseConfig('./.dependency-cruiser.mjs')
  const { output } = await cruise(FOLDERS, { ...options, ruleSet, validate: true })
  const { summary } = output as ICruiseResult
  const complaints = summary.violations
    .filter((violation) => violation.rule.severity === 'error')
    .map((violation) => {
      const rule = summary.ruleSetUsed?.forbidden?.find((each) => each.name === violation.rule.name)
      return `${violation.from} → ${violation.to}\n    ${violation.rule.name}: ${rule?.comment ?? ''}`
    })
  if (summary.totalCruised < FLOOR) {
    complaints.push(
      `Only ${summary.totalCruised} modules were looked at, at least ${FLOOR} are there: is TypeScript still the pinned version?`,
    )
  }
  return complaints
}
