// Browsers keep this file for a year: a change takes a new number in its name.
// Runs before the first paint, so that a kept theme does not flash. A file, because the policy
// of the pages forbids inline scripts.
;(() => {
  try {
    const theme = localStorage.getItem('banfa.theme')
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
    const language = localStorage.getItem('banfa.language')
    if (language) document.documentElement.lang = language
  } catch {
    // Storage may be forbidden; the system's theme serves.
  }
})()
