// The Song face in two weights, cut into slices that load as their characters appear. Imported
// after the first paint: the list of slices alone weighs as much as a page.
import '@fontsource/noto-serif-sc/400.css'
import '@fontsource/noto-serif-sc/600.css'
