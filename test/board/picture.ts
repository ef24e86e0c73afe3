/**
 * Takes the picture of the board that both READMEs show (`npm run picture`), from the sample office
 * of the tests, as a screen of 1280 pixels shows it, without the next week. It needs a Chromium.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/store/store.ts';
import { startBrowser } from '../support/browser.ts';
import { fillSampleOffice, NOW, samplePage } from './board-samples.ts';

const PICTURE = join(import.meta.dirname, '../../src/board/screenshot.png');

const folder = mkdtempSync(join(tmpdir(), 'uketsuke-picture-'));
const store = await openStore(join(folder, 'office.sqlite'));
await fillSampleOffice(store);
const rendered = await samplePage().render(store.read, NOW, { renewing: false });
// The name that tries to be HTML is for the tests.
const html = rendered.replaceAll('&lt;b&gt;須木&lt;/b&gt; &amp; 太郎', '須木 太郎');
await store.close();
rmSync(folder, { recursive: true });

const browser = await startBrowser();
const page = await browser.newPage({
  viewport: { width: 1280, height: 900 },
  colorScheme: 'light',
});
await page.setContent(html);
await page.evaluate(`document.querySelector('#next-week').remove()`);
await page.screenshot({ path: PICTURE, fullPage: true });
await browser.close();
