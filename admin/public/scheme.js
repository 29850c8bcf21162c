// Runs before the first paint, so that a dark page never flashes white. Same key as the colour scheme manager of the admin.
const chosen = localStorage.getItem('jawort-scheme')
const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
