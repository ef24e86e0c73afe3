/**
 * The board in a real Chromium: what is seen on a screen, a phone and paper, by keyboard and by
 * screen reader; and that no request leaves the page.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BoardServer, startBoard } from '../../src/board/server.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { hasBrowser, startBrowser } from '../support/browser.ts';
import { fillSampleOffice, NOW, samplePage } from './board-samples.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let folder: string;
let store: Store;
let server: BoardServer;
let browser: Browser;
/** The same page as one file. */
let file: string;

beforeAll(async () => {
  if (!hasBrowser) return;
  folder = mkdtempSync(join(tmpdir(), 'uketsuke-board-'));
  store = await openStore(join(folder, 'office.sqlite'));
  await fillSampleOffice(store);
  const page = samplePage();
  server = await startBoard(
    { page, db: store.read, now: () => NOW, refreshSeconds: 60 },
    { host: '127.0.0.1', port: 0 },
  );
  const path = join(folder, 'board.html');
  writeFileSync(path, await page.render(store.read, NOW, null));
  file = pathToFileURL(path).href;
  browser = await startBrowser();
}, 60_000);
afterAll(async () => {
  if (!hasBrowser) return;
  await browser.close();
  await server.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

/** Opens the page and notes every request and every complaint of the browser. */
async function open(options: BrowserContextOptions = {}, url = server.url) {
  const context = await browser.newContext({ viewport: WIDE, ...options });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(url);
  return { page, requests, complaints, close: () => context.close() };
}

const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740 };

async function sidewaysOverflow(page: Page): Promise<string[]> {
  return page.evaluate(`[...document.querySelectorAll('body *')]
    .filter((node) => !node.closest('.unseen, .skip, thead, .scroll'))
    .filter((node) => node.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map((node) => node.outerHTML.slice(0, 80))`);
}

/** The rules of WCAG 2.2 A and AA, and axe's best practices. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(`axe.run().then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 120))))`);
}

describe.skipIf(!hasBrowser)('the board in a browser', () => {
  test('asks for nothing but itself, and nothing is blocked', async () => {
    const { page, requests, complaints, close } = await open();
    await page.waitForLoadState('networkidle');
    expect(requests.filter((url) => !url.endsWith('/favicon.ico'))).toEqual([server.url]);
    expect(complaints.filter((text) => !text.includes('favicon'))).toEqual([]);
    await close();
  });

  test('as one file it asks for nothing at all and looks the same', async () => {
    const { page, requests, complaints, close } = await open({}, file);
    expect(requests).toEqual([file]);
    expect(complaints).toEqual([]);
    const style = await page.evaluate(
      `getComputedStyle(document.querySelector('.entry')).borderLeftStyle`,
    );
    expect(style).toBe('solid');
    expect(await page.getByRole('link', { name: '自動で更新する' }).count()).toBe(0);
    await close();
  });

  test('tells the day: sessions, state, what waits, what is due, what failed', async () => {
    const { page, close } = await open();
    const region = (name: RegExp) => page.getByRole('region', { name });
    const today = region(/今日の予定/).getByRole('row');
    expect(await today.nth(1).innerText()).toMatch(
      /9時30分[\s\S]*小林 花子[\s\S]*確定[\s\S]*出欠未入力[\s\S]*通訳/,
    );
    expect(await region(/判断を待つもの/).innerText()).toMatch(
      /別の日時を希望[\s\S]*真幸 五郎[\s\S]*090-0000-0001/,
    );
    expect(await region(/判断を待つもの/).innerText()).not.toContain('自動で送られた');
    expect(
      await region(/返信待ち/)
        .getByRole('row')
        .nth(1)
        .innerText(),
    ).toMatch(/2026年12月7日（月）23時59分[\s\S]*飯野 四郎/);
    expect(await region(/メールの動き/).innerText()).toMatch(
      /10時04分[\s\S]*返信のお願い[\s\S]*550/,
    );
    await close();
  });

  test('at 1280 pixels the week is a grid: day and time lead to the person, closed days are told', async () => {
    const { page, close } = await open();
    const grid = page.getByRole('region', { name: '今週の予定' }).getByRole('table');
    expect(await grid.isVisible()).toBe(true);
    const head = await grid.getByRole('columnheader').allInnerTexts();
    expect(head.map((text) => text.replace(/\s+/g, ''))).toEqual([
      '11月30日（月）',
      '12月1日（火）',
      '12月2日（水）',
      '12月3日（木）今日',
      '12月4日（金）閉庁日',
      '12月5日（土）閉庁日',
      '12月6日（日）閉庁日',
    ]);
    const row = grid.getByRole('row', { name: /^10時30分/ });
    expect(await row.getByRole('cell').nth(3).innerText()).toMatch(
      /霧島 次郎[\s\S]*1番窓口[\s\S]*野尻 さくら[\s\S]*2番窓口/,
    );
    const boxes = await Promise.all([
      page.getByRole('region', { name: /今日の予定/ }).boundingBox(),
      page.getByRole('region', { name: /判断を待つもの/ }).boundingBox(),
    ]);
    expect(boxes[0]?.y).toBe(boxes[1]?.y);
    await close();
  });

  test('at 360 pixels the week is a list, day by day', async () => {
    const { page, close } = await open({ viewport: PHONE });
    const week = page.getByRole('region', { name: '今週の予定' });
    expect(await week.getByRole('table').count()).toBe(0);
    expect(await week.getByRole('listitem').filter({ hasText: '野尻 さくら' }).isVisible()).toBe(
      true,
    );
    await close();
  });

  test.each([WIDE, PHONE, { width: 320, height: 600 }])(
    'at $width pixels nothing goes over the edge',
    async (viewport) => {
      const { page, close } = await open({ viewport });
      await page.evaluate(
        `document.querySelectorAll('details').forEach((it) => { it.open = true })`,
      );
      expect(await sidewaysOverflow(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width);
      await close();
    },
  );

  test.each([
    { viewport: WIDE, colorScheme: 'light' },
    { viewport: WIDE, colorScheme: 'dark' },
    { viewport: PHONE, colorScheme: 'light' },
    { viewport: PHONE, colorScheme: 'dark' },
  ] as const)('axe finds no violation ($viewport.width pixels, $colorScheme)', async (options) => {
    const { page, close } = await open({ ...options, bypassCSP: true });
    await page.evaluate(`document.querySelectorAll('details').forEach((it) => { it.open = true })`);
    expect(await violations(page)).toEqual([]);
    await close();
  });

  test('charts are seen, and the same numbers stand in a table with a caption', async () => {
    const { page, close } = await open();
    const figure = page.getByRole('figure', { name: /受付の方法ごと/ });
    const box = await figure.locator('svg').boundingBox();
    expect(box?.width).toBeGreaterThan(300);
    const paint = await page.evaluate(
      `getComputedStyle(document.querySelector('svg path[fill="var(--chart-1)"]')).fill`,
    );
    expect(paint).toBe('rgb(47, 127, 140)');
    await figure.getByText('数字で見る').click();
    expect(await figure.getByRole('row').nth(2).innerText()).toMatch(/2026年11月\s+\d/);
    await close();
  });

  test.each([360, 320])(
    'at %i pixels every word of a chart is 12 pixels tall or more',
    async (width) => {
      const { page, close } = await open({ viewport: { width, height: 600 } });
      const sizes = (await page.evaluate(`[...document.querySelectorAll('svg text')].map((text) => {
      const svg = text.ownerSVGElement;
      const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
      return scale * parseFloat(getComputedStyle(text).fontSize);
    })`)) as number[];
      expect(sizes.length).toBeGreaterThan(20);
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
      await close();
    },
  );

  test('in a chart no word lies upon another', async () => {
    const { page, close } = await open({ viewport: PHONE });
    const upon = await page.evaluate(`[...document.querySelectorAll('svg')].flatMap((svg) => {
      const words = [...svg.querySelectorAll('text')].map((text) => [text.textContent, text.getBoundingClientRect()]);
      return words.flatMap(([word, a], i) => words.slice(i + 1)
        .filter(([, b]) => a.left < b.right && b.left < a.right && a.top + 2 < b.bottom && b.top + 2 < a.bottom)
        .map(([other]) => word + ' ' + other));
    })`);
    expect(upon).toEqual([]);
    await close();
  });

  test('by keyboard: first the jump to the content, then every link and every 「すること」', async () => {
    const { page, close } = await open();
    const focused = () =>
      page.evaluate(`document.activeElement.textContent.trim().replace(/\\s+/g, ' ')`);
    const path: string[] = [];
    for (let i = 0; i < 9; i++) {
      await page.keyboard.press('Tab');
      path.push(String(await focused()));
    }
    expect(path).toEqual([
      '本文へ',
      '最新にする',
      '自動で更新する',
      '4 今日の相談',
      '2 判断を待つもの',
      '2 返信待ち',
      '1 届かなかったメール',
      'すること',
      'すること',
    ]);
    await page.keyboard.press('Enter');
    expect(await page.getByText('ご本人への返事は送っていません。').isVisible()).toBe(true);
    await close();
  });

  test('by screen reader: one h1, headings in order, landmarks', async () => {
    const { page, close } = await open();
    const levels = (await page.evaluate(
      `[...document.querySelectorAll('h1,h2,h3')].filter((it) => it.checkVisibility()).map((it) => +it.tagName[1])`,
    )) as number[];
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.every((level, i) => i === 0 || level <= (levels[i - 1] ?? 0) + 1)).toBe(true);
    for (const role of ['banner', 'navigation', 'main', 'contentinfo'] as const) {
      expect(await page.getByRole(role).count()).toBe(1);
    }
    await close();
  });

  test('on paper: the week as a grid, no links, the numbers of the months open, few pages', async () => {
    const { page, close } = await open();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('link', { name: '最新にする' }).isVisible()).toBe(false);
    expect(await page.locator('#week .grid').isVisible()).toBe(true);
    expect(await page.locator('#figure-1-head ~ details table').isVisible()).toBe(true);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(0);
    expect(pages).toBeLessThanOrEqual(5);
    await close();
  });
});
