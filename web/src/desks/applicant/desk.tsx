import { Outlet } from '@tanstack/react-router'

export function ApplicantDesk() {
  return (
    <div className="desk">
      <Outlet />
    </div>
  )
}
