import {
  ActionIcon,
  Button,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  defaultVariantColorsResolver,
  Input,
  type MantineColorsTuple,
  Menu,
  Modal,
  Paper,
  Popover,
  Select,
  Skeleton,
  Tooltip,
  type VariantColorsResolver,
} from '@mantine/core'

/** Every colour of the admin is made here or in tokens.css; pages name meanings, never values. */
const jade: MantineColorsTuple = [
  '#eef7f3',
  '#dceee7',
  '#b6dccf',
  '#8cc8b5',
  '#62ae98',
  '#3c917c',
  '#1f7666',
  '#0b5d4f',
  '#094c41',
  '#063a31',
]

const stone: MantineColorsTuple = [
  '#faf9f6',
  '#f4f2ed',
  '#ebe8e1',
  '#ddd9d0',
  '#c5c0b5',
  '#9d978b',
  '#6a655c',
  '#54504a',
  '#383531',
  '#1e1d1a',
]

const night: MantineColorsTuple = [
  '#ebe9e4',
  '#cfccc5',
  '#aba79f',
  '#858178',
  '#45433e',
  '#363531',
  '#282724',
  '#1e1e1b',
  '#161614',
  '#0e0e0d',
]

const clay: MantineColorsTuple = [
  '#fdf2ef',
  '#fae2dc',
  '#f2c2b8',
  '#e99f91',
  '#df7f6e',
  '#d16150',
  '#b8452f',
  '#9f3a26',
  '#822f1f',
  '#642318',
]

const honey: MantineColorsTuple = [
  '#fdf7e9',
  '#faecc9',
  '#f4d997',
  '#edc464',
  '#e3ae3c',
  '#cd941f',
  '#a87513',
  '#855a0d',
  '#69470b',
  '#4f3508',
]

const lake: MantineColorsTuple = [
  '#eff5fa',
  '#dce9f4',
  '#b8d3e8',
  '#90badb',
  '#689fcb',
  '#4683b5',
  '#2f6a9c',
  '#24557f',
  '#1d4466',
  '#16344e',
]

const plum: MantineColorsTuple = [
  '#f6f3fa',
  '#eae3f3',
  '#d3c5e6',
  '#baa4d7',
  '#a084c7',
  '#8767b3',
  '#704f9d',
  '#5b3f82',
  '#483267',
  '#37264f',
]

const tones: Record<string, string> = {
  jade: 'good',
  green: 'good',
  yellow: 'warn',
  orange: 'warn',
  red: 'bad',
  blue: 'info',
  violet: 'plan',
  gray: 'quiet',
}

/** Filled buttons are deep with white words by day, and light with dark words by night; quiet ones are soft ink. */
const variantColors: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input)
  if (input.variant === 'filled') return { ...colors, color: 'var(--jw-on-brand)' }
  const tone = input.variant === 'light' && input.color ? tones[input.color] : undefined
  if (tone) {
    const ink = `var(--jw-${tone}-ink)`
    return { ...colors, background: `var(--jw-${tone}-wash)`, hover: `var(--jw-${tone}-wash)`, color: ink }
  }
  if (input.variant === 'subtle' && input.color === 'gray') return { ...colors, color: 'var(--jw-ink-soft)' }
  return colors
}

export const theme = createTheme({
  colors: {
    jade,
    gray: stone,
    dark: night,
    red: clay,
    yellow: honey,
    orange: honey,
    blue: lake,
    violet: plum,
    green: jade,
  },
  primaryColor: 'jade',
  primaryShade: { light: 7, dark: 3 },
  variantColorResolver: variantColors,
  white: '#ffffff',
  black: '#1e1d1a',
  cursorType: 'pointer',
  focusRing: 'auto',
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8438rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.5', md: '1.55', lg: '1.55', xl: '1.5' },
  headings: {
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.25' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '9px', lg: '14px', xl: '22px' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2.25rem' },
  shadows: {
    xs: '0 1px 2px rgb(40 34 20 / 5%)',
    sm: '0 1px 2px rgb(40 34 20 / 5%), 0 2px 8px rgb(40 34 20 / 4%)',
    md: '0 2px 4px rgb(40 34 20 / 5%), 0 8px 24px rgb(40 34 20 / 8%)',
    lg: '0 4px 8px rgb(40 34 20 / 5%), 0 18px 48px rgb(40 34 20 / 14%)',
    xl: '0 8px 16px rgb(40 34 20 / 6%), 0 32px 80px rgb(40 34 20 / 20%)',
  },
  components: {
    Button: Button.extend({ defaultProps: { fw: 560 } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
    Paper: Paper.extend({ defaultProps: { radius: 'lg' } }),
    Modal: Modal.extend({
      defaultProps: {
        radius: 'lg',
        centered: true,
        padding: 'lg',
        overlayProps: { backgroundOpacity: 0.4, blur: 2 },
        transitionProps: { duration: 140, transition: 'pop' },
      },
      styles: { title: { fontWeight: 620, fontSize: '1.0625rem' } },
    }),
    Drawer: Drawer.extend({
      defaultProps: { padding: 'lg', overlayProps: { backgroundOpacity: 0.32, blur: 1 } },
      styles: { title: { fontWeight: 620, fontSize: '1.0625rem' } },
    }),
    InputWrapper: Input.Wrapper.extend({
      styles: {
        label: { fontWeight: 540, marginBottom: 4 },
        description: { fontSize: '0.7813rem', marginBottom: 4 },
      },
    }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md', radius: 'lg', transitionProps: { duration: 100 } } }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md', radius: 'lg' } }),
    Select: Select.extend({ defaultProps: { allowDeselect: false, checkIconPosition: 'right' } }),
    Tooltip: Tooltip.extend({
      defaultProps: { withArrow: true, openDelay: 300, events: { hover: true, focus: true, touch: false } },
    }),
    Skeleton: Skeleton.extend({ defaultProps: { radius: 'sm' } }),
  },
})

/** Points Mantine's own variables at our tokens, so that its components and ours never drift apart. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--jw-surface)',
    '--mantine-color-text': 'var(--jw-ink)',
    '--mantine-color-dimmed': 'var(--jw-ink-soft)',
    '--mantine-color-placeholder': 'var(--jw-ink-soft)',
    '--mantine-color-anchor': 'var(--jw-brand-ink)',
    '--mantine-color-default-border': 'var(--jw-line-strong)',
    '--mantine-color-error': 'var(--jw-bad-ink)',
    '--mantine-primary-color-contrast': 'var(--jw-on-brand)',
  }
  return {
    variables: {},
    light: { ...shared, '--mantine-color-default-hover': 'var(--mantine-color-gray-0)' },
    dark: {
      ...shared,
      '--mantine-color-default': 'var(--mantine-color-dark-6)',
      '--mantine-color-default-hover': 'var(--mantine-color-dark-5)',
    },
  }
}
