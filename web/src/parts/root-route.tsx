import { createRootRoute } from '@tanstack/react-router'
import { Frame } from './frame/frame.tsx'
import { Broken, Missing } from './wrong-pages.tsx'

/** The root of all desks' routes. */
export const rootRoute = createRootRoute({
  component: Frame,
  notFoundComponent: Missing,
  errorComponent: Broken,
})
