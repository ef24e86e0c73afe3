/**
 * A real Chromium for the tests of pages, where one is installed (Debian: apt-get install
 * chromium). Without one those tests are skipped and say so.
 */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const EXECUTABLE = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => existsSync(path));

export const hasBrowser = EXECUTABLE !== undefined;
if (!hasBrowser) console.warn('no Chromium is installed: the tests in a browser are skipped');

/** It speaks to nobody by itself: no updates, no background services. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: EXECUTABLE ?? '',
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
