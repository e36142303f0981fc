import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queries } from './api/queries.ts'
import './ui/tokens.css'
import './ui/base.css'
import { router } from './router.tsx'
import { openWords } from './words/i18n.ts'

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
