import type { NamedFigure } from '../harness.ts'
import type { Plot } from './plot.ts'

/** What one run of a bench measured. */
export interface Run {
  figures: NamedFigure[]
  plots: Plot[]
}

/** A figure out of several runs. */
export interface Middle extends NamedFigure {
  /** The least and the greatest ratio of all runs; only of several. */
  spread?: [number, number]
}

const ratioOf = ({ value, limit }: NamedFigure) => value / limit

/**
 * Of each figure the one from the run with the median ratio, so that value and limit were measured together (of an even number, the
 * lower of the two in the middle), and the pictures of the run that the first figure is from.
 * @param runs at least one
 */
export function middleOf(runs: readonly Run[]): { figures: Middle[]; plots: Plot[] } {
  const sorted = (name: string) =>
    runs
      .flatMap((run) =>
        run.figures.filter((figure) => figure.name === name).map((figure) => ({ run, figure })),
      )
      .sort((a, b) => ratioOf(a.figure) - ratioOf(b.figure))
  const names = [...new Set(runs.flatMap((run) => run.figures.map((figure) => figure.name)))]
  const chosen = names.flatMap((name) => {
    const all = sorted(name)
    const ratios = all.map(({ figure }) => ratioOf(figure))
    const [least, most] = [ratios[0], ratios.at(-1)]
    const middle = all[Math.floor((all.length - 1) / 2)]
    if (!middle || least === undefined || most === undefined) return []
    const figure: Middle = runs.length > 1 ? { ...middle.figure, spread: [least, most] } : middle.figure
    return [{ run: middle.run, figure }]
  })
  return { figures: chosen.map(({ figure }) => figure), plots: chosen[0]?.run.plots ?? [] }
}
