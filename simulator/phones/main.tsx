import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { connectEvents } from './api/events.ts'
import { App } from './app/app.tsx'
import { Settings } from './app/settings.tsx'
import './app/base.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root element')

connectEvents()
createRoot(root).render(
  <StrictMode>
    <Settings>
      <App />
    </Settings>
  </StrictMode>,
)
