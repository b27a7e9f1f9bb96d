import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';

/**
 * Measures the phone page of a server and prints its figures as a line of JSON: `node measure.js URL INVITATION ROUNDS`, with an
 * invitation of the team that is nearest to Heerde. What it is doing goes to standard error. `ops/bench phone` starts the server and says what was asked.
 */
const [url = '', invitation = '', roundsAsked = '3'] = process.argv.slice(2);
const rounds = Number(roundsAsked);
const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
/** How many times slower than this machine the phone is that messages are written on. */
const slowness = 4;
const window360 = { viewport: { width: 360, height: 640 }, hasTouch: true, locale: 'nl-NL' };

function tell(text) {
  process.stderr.write(`${text}\n`);
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Bytes of script as they come over the wire, headers counted, until nothing more is asked for. */
async function scriptKb(browser) {
  const context = await browser.newContext(window360);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const scripts = new Set();
  let bytes = 0;
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto(url);
  await page.getByRole('button', { name: 'Schrijf een bericht' }).waitFor();
  await page.waitForLoadState('networkidle');
  await context.close();
  return bytes / 1024;
}

/** Somebody of the team, whose page stays open: where nobody has duty, nothing is sent. */
async function atTheDesk(browser) {
  const page = await browser.newPage({ locale: 'nl-NL' });
  await page.goto(new URL('/team', url).href);
  await page.getByLabel('Uitnodiging').fill(invitation);
  await page.getByLabel('Hoe wil je heten?').fill('Noor');
  await page.getByRole('button', { name: 'Doe mee' }).click();
  await page.locator('.connection.stands').waitFor();
  await page.waitForLoadState('networkidle').catch(() => undefined);
}

async function toWriting(page) {
  await page.goto(url);
  await page.getByRole('button', { name: 'Schrijf een bericht' }).click();
  await page.getByLabel('Plaats of gemeente').fill('Heerde');
  await page.getByRole('button', { name: 'Heerde' }).first().click();
  await page.getByLabel('Wat wil je vragen of vertellen?').fill('Hoi, ik heb een vraag over mijn huur.');
}

/** Milliseconds from the tap on *send* until the page shows what `pattern` says, both by the page's clock. */
async function untilShown(page, pattern) {
  const measured = page.evaluate(
    (source) =>
      new Promise((resolve) => {
        let tapped = 0;
        document.addEventListener('click', ({ timeStamp }) => (tapped = timeStamp), { capture: true, once: true });
        const shown = new RegExp(source);
        const look = () => {
          if (tapped === 0 || !shown.test(document.querySelector('main')?.innerText ?? '')) return;
          watching.disconnect();
          resolve(performance.now() - tapped);
        };
        const watching = new MutationObserver(look);
        watching.observe(document.body, { childList: true, subtree: true, characterData: true });
      }),
    pattern,
  );
  // Where the tap fails, that is what is told.
  measured.catch(() => undefined);
  await page.getByRole('button', { name: 'Verstuur', exact: true }).click();
  return measured;
}

/** Writes a first message on a phone that was never here, and a second one; both on a processor that is slowed down. */
async function messages(browser) {
  const context = await browser.newContext(window360);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness });
  await toWriting(page);
  const first = await untilShown(page, 'Je bericht is bij het team');
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.getByLabel('Schrijf verder').fill('Het gaat om de borg, en om wanneer ik eruit moet.');
  const later = await untilShown(page, 'eruit moet\\.\\s[\\s\\S]*(Verstuurd|Opgehaald)');
  await context.close();
  return { first, later };
}

const categories = ['performance', 'accessibility', 'best-practices'];

/** Scores from 0 to 100 by Lighthouse's mobile preset: its own slow network and processor. */
async function scores(port, keep) {
  const all = [];
  for (let round = 0; round < rounds; round += 1) {
    const { lhr } = await lighthouse(url, { port, output: 'json', logLevel: 'silent', onlyCategories: categories, disableStorageReset: keep });
    if (lhr.runtimeError !== undefined) throw new Error(lhr.runtimeError.message);
    all.push(lhr);
  }
  const score = (category) => median(all.map((lhr) => Math.round((lhr.categories[category].score ?? 0) * 100)));
  const seen = all[0];
  for (const category of categories) {
    for (const { id, weight } of seen.categories[category].auditRefs) {
      const audit = seen.audits[id];
      if (weight > 0 && audit.score !== null && audit.score < 0.9) tell(`  ${category}: ${audit.title} ${audit.displayValue ?? ''} (${audit.score})`);
    }
  }
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    benchmarkIndex: median(all.map(({ environment }) => environment.benchmarkIndex)),
  };
}

async function main() {
  const folder = mkdtempSync(join(tmpdir(), 'opstap-phone-'));
  const port = await freePort();
  const browser = await chromium.launch({ executablePath, args: flags });
  try {
    const kb = await scriptKb(browser);
    tell(`script of the first load: ${kb.toFixed(1)} KB`);
    await atTheDesk(browser);
    const timed = [];
    for (let round = 1; round <= rounds; round += 1) {
      timed.push(await messages(browser));
      tell(`round ${round} of ${rounds}: first message ${timed.at(-1).first.toFixed(0)} ms, later one ${timed.at(-1).later.toFixed(0)} ms`);
    }
    const version = browser.version();
    await browser.close();
    const kept = await chromium.launchPersistentContext(folder, { ...window360, executablePath, args: [...flags, `--remote-debugging-port=${port}`] });
    try {
      tell('Lighthouse on the first screen');
      const firstScreen = await scores(port, false);
      tell('Lighthouse in a conversation');
      const page = await kept.newPage();
      await toWriting(page);
      await page.getByRole('button', { name: 'Verstuur', exact: true }).click();
      await page.getByText('Je bericht is bij het team').waitFor();
      await page.waitForLoadState('networkidle').catch(() => undefined);
      await page.close();
      const conversation = await scores(port, true);
      const figures = {
        chromium: version,
        scriptKb: kb,
        firstScreen,
        conversation,
        firstMessageMs: median(timed.map(({ first }) => first)),
        laterMessageMs: median(timed.map(({ later }) => later)),
      };
      process.stdout.write(`${JSON.stringify(figures)}\n`);
    } finally {
      await kept.close();
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
