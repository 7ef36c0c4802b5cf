/** What the rest of the project uses of the set-up. */
export { browserFlags, ensureBrowser, findBrowser, type LaunchOptions, launchOptions } from './browser.ts';
export { ensureEngine, ensureMmdebstrap } from './engine.ts';
export { formatDuration, type Progress, SetupError, step } from './progress.ts';
