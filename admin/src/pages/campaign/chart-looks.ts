import classes from './campaign.module.css'

/** The quiet looks that both charts of this page share. */
export const chartLooks = {
  className: classes.chartBox,
  chart: {
    h: '100%',
    gridAxis: 'y',
    strokeDasharray: '0',
    tickLine: 'none',
    gridColor: 'var(--jw-line)',
    textColor: 'var(--jw-ink-soft)',
    xAxisProps: { minTickGap: 48, tickMargin: 6 },
    yAxisProps: { width: 44, allowDecimals: false },
    areaProps: { isAnimationActive: false },
    areaChartProps: { accessibilityLayer: false },
  },
} as const
