// node scale.mjs BASE_URL USER PASSWORD: how fast the workbench is with the accounts a server holds.
// Prints a Markdown table. It moves units of the newest scenario and takes every move back.
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { openBrowser } from './browser.mjs';
import { expect } from './expect.mjs';
import { Workbench } from './workbench.mjs';

const [base, username, password] = process.argv.slice(2);
if (!password) {
  console.error('usage: node scale.mjs BASE_URL USER PASSWORD');
  process.exit(64);
}

const OPENINGS = 5;
const MOVES = 25;
/** Central Illinois, near enough that single postcodes can be pointed at. */
const NEAR = '-89.4,40.1,7.4';
const WIDE = '-96,38.5,4.2';
/** Points that stride so across and down fall evenly on a map. */
const STRIDES = [Math.sqrt(2) - 1, Math.sqrt(3) - 1];

const browser = await openBrowser();
const context = await browser.newContext({
  locale: 'en-US',
  viewport: { width: 1440, height: 900 },
});
await context.addInitScript(watchThePage);
const page = await context.newPage();
let clicks = 0;
const bench = new Workbench(page, { base: base.replace(/\/$/, ''), screenshots: '.' });

console.log('| in the browser | middle | nine in ten | load |\n|---|---|---|---|');
await bench.open();
await bench.signIn(username, password);
await bench.choosePasswordIfAsked(password, 'heron walks the quiet shore');
await bench.mapIsDrawn();

await opening();
await memory();
await frames('drag over the country', `#/map?at=${WIDE}`, drag);
await frames('zoom by wheel', `#/map?at=${WIDE}`, zoom);
await frames('drag near', `#/map?at=${NEAR}`, drag);
await moves('one unit', () => click());
await moves('a lasso', () => bench.lasso(0.16));
await browser.close();

/** From the address to the first figures, the painted map and the painted accounts. */
async function opening() {
  const taken = { balance: [], drawn: [], accounts: [], blocked: [] };
  for (let turn = 0; turn < OPENINGS; turn++) {
    const fresh = await context.newPage();
    fresh.setDefaultTimeout(120_000);
    await fresh.goto(`${bench.base}/#/map?at=${WIDE}`);
    await fresh.locator('[data-testid=map][data-accounts]:not([data-accounts="0"])').waitFor();
    await fresh.waitForFunction(() => Number.isFinite(window.seen.accounts));
    const seen = await fresh.evaluate(() => window.seen);
    for (const name of Object.keys(taken)) taken[name].push(seen[name]);
    await fresh.close();
  }
  tell('first figures after opening the address', taken.balance);
  tell('map painted after opening the address', taken.drawn);
  tell('accounts painted after opening the address', taken.accounts);
  tell('longest task while opening', taken.blocked);
}

async function memory() {
  const session = await context.newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session
    .send('Performance.enable')
    .then(() => session.send('Performance.getMetrics'));
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
  const system = await browser.newBrowserCDPSession();
  const { processInfo } = await system.send('SystemInfo.getProcessInfo');
  const largest = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1])
    .reduce((most, kilobytes) => Math.max(most, Number(kilobytes ?? 0)), 0);
  row('memory of the page’s script', megabytes(heap), '');
  row('memory of the tab with its workers', megabytes(largest * 1024), '');
}

/** Times between frames while the hand moves the map. */
async function frames(label, address, gesture) {
  await bench.open(address);
  await page.reload();
  await page.locator('[data-testid=map][data-accounts]:not([data-accounts="0"])').waitFor();
  await page.evaluate(() => window.startFrames());
  await gesture();
  tell(`frame, ${label}`, await page.evaluate(() => window.stopFrames()));
}

async function drag() {
  await page.mouse.move(700, 450);
  await page.mouse.down();
  for (let step = 0; step < 60; step++) await page.mouse.move(700 - 5 * step, 450 + 2 * step);
  await page.mouse.up();
}

async function zoom() {
  await page.mouse.move(600, 450);
  for (let step = 0; step < 12; step++) {
    await page.mouse.wheel(0, step < 6 ? -240 : 240);
    await page.waitForTimeout(120);
  }
}

/** Takes units in hand, moves them with Enter and takes the move back, over and over. */
async function moves(label, take) {
  await bench.open(`#/map?at=${NEAR}`);
  await page.reload();
  await page.locator('[data-testid=map][data-accounts]:not([data-accounts="0"])').waitFor();
  const told = [];
  const held = [];
  const committed = [];
  const confirmed = [];
  while (held.length < MOVES) {
    await take();
    if (!(await consequencesAreTold())) {
      await page.keyboard.press('Escape');
      continue;
    }
    told.push(await timeOf('told'));
    held.push(await timeOf('consequences'));
    await changed(() => page.keyboard.press('Enter'));
    confirmed.push(await page.evaluate(() => performance.now() - window.entered));
    committed.push(await timeOf('committed'));
    await changed(() => page.keyboard.press('Control+z'));
  }
  tell(`${label}: released to consequences known`, told);
  tell(`${label}: released to consequences painted`, held);
  tell(`${label}: Enter to the new totals painted`, committed);
  tell(`${label}: Enter to the server’s answer`, confirmed);
}

/** Whether a territory lies beside what is held; amid one territory there is nowhere to move it. */
async function consequencesAreTold() {
  const effect = page.locator('[data-testid^=effect-]').first();
  return effect.waitFor({ timeout: 3_000 }).then(
    () => true,
    () => false,
  );
}

/** Does what changes the scenario, until the server has answered. */
async function changed(act) {
  const answer = page.waitForResponse(
    (response) => response.request().method() !== 'GET' && !response.url().endsWith('/preview'),
  );
  await act();
  await answer;
}

/** What the page has measured, once it has. */
async function timeOf(name) {
  const read = () => page.evaluate((key) => window[key], name);
  await expect(async () => (await read()) !== undefined, `the page measures: ${name}`);
  return read();
}

/** A unit near the middle, another each time; with Shift an account there does not open. */
async function click() {
  const box = await page.getByTestId('map').boundingBox();
  clicks++;
  const [across, down] = STRIDES.map((stride) => 0.3 + 0.4 * ((clicks * stride) % 1));
  await page.keyboard.down('Shift');
  await page.mouse.click(box.x + box.width * across, box.y + box.height * down);
  await page.keyboard.up('Shift');
}

function tell(label, milliseconds) {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
  row(label, inWords(at(0.5)), inWords(at(0.9)));
}

function row(label, middle, high) {
  console.log(`| ${label} | ${middle} | ${high} | ${loadavg()[0].toFixed(1)} |`);
}

function inWords(milliseconds) {
  if (milliseconds === undefined) return 'not seen';
  return milliseconds >= 1000
    ? `${(milliseconds / 1000).toFixed(2)} s`
    : `${Math.round(milliseconds)} ms`;
}

function megabytes(bytes) {
  return `${Math.round(bytes / 2 ** 20)} MB`;
}

/** Runs inside the page before its own scripts: notes when what was asked for has been painted. */
function watchThePage() {
  const find = (selector) => document.querySelector(selector);
  const paint = (then) => requestAnimationFrame(() => setTimeout(() => then(performance.now()), 0));
  window.seen = { blocked: 0 };
  const note = (name) => {
    if (name in window.seen) return;
    window.seen[name] = Number.NaN;
    paint((now) => {
      window.seen[name] = now;
    });
  };
  let released;
  let entered;
  new MutationObserver(() => {
    if (find('[data-testid=balance]')) note('balance');
    const { drawn, accounts } = find('[data-testid=map]')?.dataset ?? {};
    if (Number(drawn) > 0) note('drawn');
    if (Number(accounts) > 0) note('accounts');
    if (released !== undefined && find('[data-testid^=effect-]')) {
      const since = released;
      released = undefined;
      window.told = performance.now() - since;
      paint((now) => {
        window.consequences = now - since;
      });
    }
    if (entered !== undefined && !find('[data-testid=selection]') && !find('td.after')) {
      const since = entered;
      entered = undefined;
      paint((now) => {
        window.committed = now - since;
      });
    }
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      window.seen.blocked = Math.max(window.seen.blocked, duration);
    }
  }).observe({ type: 'longtask', buffered: true });
  window.addEventListener(
    'pointerup',
    ({ timeStamp }) => {
      released = timeStamp;
      window.told = undefined;
      window.consequences = undefined;
    },
    true,
  );
  window.addEventListener(
    'keydown',
    ({ key, timeStamp }) => {
      if (key !== 'Enter') return;
      entered = timeStamp;
      window.entered = timeStamp;
      window.committed = undefined;
    },
    true,
  );
  window.startFrames = () => {
    window.frameTimes = [];
    let last;
    const each = (now) => {
      if (window.frameTimes === undefined) return;
      if (last !== undefined) window.frameTimes.push(now - last);
      last = now;
      requestAnimationFrame(each);
    };
    requestAnimationFrame(each);
  };
  window.stopFrames = () => {
    const frames = window.frameTimes;
    window.frameTimes = undefined;
    return frames;
  };
}
