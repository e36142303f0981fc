export function VerifyPage() {
  return null
}

export function VerifiedPage() {
  return null
}
