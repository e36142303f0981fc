import { Outlet } from '@tanstack/react-router'
import { DeskTheme } from '../../parts/desk-theme.tsx'

/** The frame of the office desk: Ant Design in the look of the house, desk type size. */
export function OfficeDesk() {
  return (
    <DeskTheme>
      <div className="desk">
        <Outlet />
      </div>
    </DeskTheme>
  )
}
