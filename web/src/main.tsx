import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queries } from './api/queries.ts'
import './ui/tokens.css'
import './ui/base.css'
import { router } from './router.tsx'
import { openWords } from './words/i18n.ts'

// A page opened before an update asks for parts that are gone: it starts again, once.
window.addEventListener('vite:preloadError', () => {
  const last = Number(sessionStorage.getItem('banfa.reloaded') ?? 0)
  if (performance.timeOrigin - last < 10_000) return
  sessionStorage.setItem('banfa.reloaded', String(performance.timeOrigin))
  window.location.reload()
})

const root = document.getElementById('root')
if (root) {
  await openWords()
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  )
  await import('./ui/song.ts')
}
