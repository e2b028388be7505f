import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser of the machine; null where there is none. In CI it must be there. */
export function findBrowser(): string | null {
  const found = [process.env.CHROMIUM, ...PLACES].find((place) => place && existsSync(place));
  if (!found && process.env.CI) throw new Error('CI needs a browser: apt-get install chromium');
  return found ?? null;
}

/** One browser for all tests of a file. */
export function sharedBrowser(executablePath: string | null): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    if (executablePath === null) return;
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  });
  afterAll(() => browser?.close());
  return () => {
    if (!browser) throw new Error('there is no browser');
    return browser;
  };
}
