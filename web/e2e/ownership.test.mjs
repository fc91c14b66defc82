// Who owns what when: two times, what is taken back, how often things may move.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { noBarriers } from './barriers.mjs';
import { openBrowser } from './browser.mjs';
import { expect } from './expect.mjs';
import { Workbench } from './workbench.mjs';

const env = (name) => {
  const value = process.env[name];
  assert.ok(value, `The variable ${name} is missing: start this by run.mjs.`);
  return value;
};
const base = env('BAILIWICK_URL');
const screenshots = env('BAILIWICK_SCREENSHOTS');
const username = env('BAILIWICK_USER');
const LAYER = '/layers/new-business';
const NARROW = { width: 390, height: 844 };
const WIDE = { width: 1440, height: 900 };

let browser;
let bench;
let today;
let plan;
/** Accounts that one territory has today, and the code of another. */
let accounts;
let from;
let to;
const complaints = [];

before(async () => {
  browser = await openBrowser();
  const context = await browser.newContext({
    colorScheme: 'light',
    locale: 'en-US',
    reducedMotion: 'reduce',
    viewport: WIDE,
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  bench = new Workbench(page, { base, screenshots });
  await bench.open('#/ownership?open=publications');
  await bench.signIn(username, env('BAILIWICK_PASSWORD'));
  await bench.choosePasswordIfAsked(env('BAILIWICK_PASSWORD'), 'heron walks the quiet shore');
});

after(() => browser?.close());

async function get(path) {
  const { status, json } = await bench.rest('GET', path);
  assert.equal(status, 200, path);
  return json;
}

async function publish(scenario, effectiveFrom) {
  const address = `/scenarios/${scenario}/publications`;
  const run = (await bench.rest('POST', `${address}/dry-run`, { effectiveFrom })).json;
  const gap = run.unownedPostcodes;
  const waiver = gap > 0 ? { postcodes: gap, reason: 'A partner serves them.' } : null;
  const made = await bench.rest(
    'POST',
    address,
    { effectiveFrom, waiver },
    { 'Idempotency-Key': crypto.randomUUID() },
  );
  assert.equal(made.status, 201, JSON.stringify(made.json));
  return made.json;
}

async function correct(account, expected, territory, day) {
  const { status, json } = await bench.rest('POST', `${LAYER}/accounts/${account}/corrections`, {
    territory,
    expected,
    from: day,
    until: null,
    why: 'The handover was agreed before.',
  });
  return { status, json };
}

function later(days) {
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** Pictures in both schemes and as wide as a phone. */
async function keepPictures(name) {
  await bench.keepBothPictures(name);
  await bench.page.setViewportSize(NARROW);
  await bench.keepPicture(`${name}-narrow`);
  await bench.page.setViewportSize(WIDE);
}

test('the page of ownership lists what was published', async () => {
  await bench.page.getByTestId('publications').locator('li').first().waitFor();
  today = (await get('/company')).today;
  plan = (await get('/plans')).items[0].id;
  const owned = (await get('/accounts?limit=200')).items.filter(({ owner }) => owner);
  from = owned[0].owner.territoryCode;
  accounts = owned.filter(({ owner }) => owner.territoryCode === from);
  to = owned.find(({ owner }) => owner.territoryCode !== from).owner.territoryCode;
});

test('an account shows who has it when, now and as known before', async () => {
  const { page } = bench;
  const [{ id }] = accounts;
  assert.equal((await correct(id, from, to, later(20))).status, 200);
  await bench.open(`#/accounts?open=${id}`);
  const timeline = page.getByTestId('timeline');
  await timeline.locator('li[data-cause=CORRECTION]').waitFor();
  assert.equal(await timeline.locator('li').count(), 2);
  assert.match(
    await timeline.locator('li').first().innerText(),
    /correction by admin.*The handover was agreed before\./s,
  );
  await noBarriers(page, 'timeline');
  await keepPictures('41-timeline');

  await timeline.getByRole('button', { name: 'As known before the last change' }).click();
  await timeline.locator('li[data-cause=CORRECTION]').waitFor({ state: 'detached' });
  const known = new URLSearchParams(new URL(page.url()).hash.split('?')[1]).get('known');
  const then = await get(`/accounts/${id}/timeline?knownAsOf=${known}`);
  assert.equal(then.owners.length, 1);
  assert.equal(then.owners[0].owner.territoryCode, from);
  await page.reload();
  await expect(async () => (await timeline.locator('li').count()) === 1, 'the address keeps it');
  await bench.keepPicture('41-timeline-before');
  await timeline.getByRole('button', { name: 'Now', exact: true }).click();
  await timeline.locator('li[data-cause=CORRECTION]').waitFor();
});

test('a publication is taken back after a look at who goes back and what stays', async () => {
  const { page } = bench;
  const scenarios = (await get(`/plans/${plan}/scenarios`)).items;
  const { json: copy } = await bench.rest('POST', `/plans/${plan}/scenarios`, {
    name: 'Too much for one',
    source: 'COPY',
    copyOf: scenarios[0].id,
  });
  const { etag } = await bench.rest('GET', `/scenarios/${copy.id}`);
  const text = `rules new-business\nterritory "${to}" {\n  rule all when employees in 0..\n}\n`;
  const kept = await bench.rest(
    'PUT',
    `/scenarios/${copy.id}/rules`,
    { text },
    { 'If-Match': etag },
  );
  assert.equal(kept.status, 200, JSON.stringify(kept.json));
  const wrong = await publish(copy.id, later(1));
  const [, stays, goes] = accounts;
  const ownerOf = async ({ id }) =>
    (await get(`/accounts/${id}/ownership?on=${later(1)}`)).owner.territoryCode;
  assert.equal(await ownerOf(goes), to);
  assert.equal((await correct(stays.id, to, from, later(1))).status, 200);

  await bench.openOwnership('Publications');
  const first = page.getByTestId('publications').locator(`[data-publication="${wrong.id}"]`);
  await first.getByRole('button', { name: 'Take back…' }).click();
  const dialog = page.getByRole('dialog');
  const run = dialog.getByTestId('undo-dry-run');
  await run.waitFor();
  assert.match(await run.innerText(), /go back to whom they belonged before.*1 account stays/s);
  assert.match(await dialog.getByTestId('staying').innerText(), /correction by admin/);
  assert.ok(await dialog.getByRole('button', { name: 'Take it back' }).isDisabled());
  await dialog.getByLabel('Why').fill('It was too much for one.');
  await noBarriers(page, 'undo');
  await keepPictures('42-undo');
  await dialog.getByRole('button', { name: 'Take it back' }).click();
  await dialog.getByTestId('undone').waitFor();
  await bench.keepPicture('42-undone');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await first.getByText('taken back', { exact: true }).waitFor();
  await keepPictures('42-publications');
  await noBarriers(page, 'publications');

  const { items } = await get(`/plans/${plan}/publications`);
  assert.equal(items[0].undone.why, 'It was too much for one.');
  assert.equal(items[0].undone.kept, 1);
  assert.equal(await ownerOf(goes), from);
});

test('limits of change are set, hold everywhere by name, and are lifted', async () => {
  const { page } = bench;
  await bench.openOwnership('Limits');
  const form = page.getByTestId('stability');
  const rest = form.getByLabel('Months of rest after a move');
  await rest.fill('500');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByText('must lie between 1 and 120', { exact: false }).waitFor();
  assert.equal(await rest.getAttribute('aria-invalid'), 'true');
  await rest.fill('6');
  await form.getByLabel(/Most of a person/).fill('33.33');
  await noBarriers(page, 'limits');
  await keepPictures('43-limits');
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByTestId('notice').waitFor();
  const limits = (await bench.rest('GET', `${LAYER}/stability`)).json;
  assert.deepEqual(limits, { monthsOfRest: 6, monthsOfPerson: null, yearlyShareBasisPoints: 3333 });

  const refused = await correct(accounts[0].id, to, from, later(40)); // it moves in 20 days
  assert.equal(refused.json.code, 'STABILITY_TOO_SOON');
  await rest.fill('');
  await form.getByLabel(/Most of a person/).fill('');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(
    async () => (await get(`${LAYER}/stability`)).monthsOfRest === null,
    'the limit is lifted',
  );
});

test('an exception is made at its account, refused at the field that is wrong, and lies above the rules', async () => {
  const { page } = bench;
  const account = accounts[3];
  await bench.open(`#/accounts?open=${account.id}`);
  const card = page.getByTestId('account-exceptions');
  await card.getByText('None: it belongs to whom the rules say.').waitFor();
  await card.getByRole('button', { name: 'Make an exception…' }).click();
  const form = page.getByRole('form', { name: 'New exception' });
  await form.getByRole('button', { name: 'Make the exception' }).click();
  await form.getByText('or representativeId must be given', { exact: false }).waitFor();
  const owner = form.getByRole('combobox', { name: 'Who shall have it' });
  await owner.click();
  await owner.fill(to);
  await page.getByRole('option', { name: to }).first().click();
  await form.getByRole('button', { name: 'Make the exception' }).click();
  await form.getByText('needs the first day on which it holds no more', { exact: false }).waitFor();
  await form.getByLabel('First day without it').fill(later(30));
  await form.getByLabel('Why').fill('Knows the chief executive.');
  await noBarriers(page, 'new exception');
  await keepPictures('44-new-exception');
  await form.getByRole('button', { name: 'Make the exception' }).click();
  await form.waitFor({ state: 'detached' });
  await page.getByTestId('timeline').locator('li[data-cause=EXCEPTION]').waitFor();
  await card.scrollIntoViewIfNeeded();
  await noBarriers(page, 'excepted account');
  await keepPictures('45-excepted');

  const [made] = (await get(`/accounts/${account.id}/exceptions`)).items;
  assert.equal(made.kind, 'NAMED');
  assert.equal(made.territory, to);
  assert.equal(made.byRules, from);
  const { owners, beneath } = await get(`/accounts/${account.id}/timeline`);
  assert.equal(owners.find(({ cause }) => cause === 'EXCEPTION').validTo, later(30));
  assert.equal(beneath[0].owner.territoryCode, from);
});

test('credit is shared to the hundredth, and not otherwise', async () => {
  const { page } = bench;
  const [, , , , account] = accounts;
  await bench.open(`#/accounts?open=${account.id}`);
  const card = page.getByTestId('credit');
  await card.getByRole('button', { name: 'Share the credit…' }).click();
  const form = page.getByRole('form', { name: 'Share the credit' });
  await form.getByLabel('Share 1, percent').fill('60');
  const second = form.getByRole('combobox', { name: 'Who gets share 2' });
  await second.click();
  await second.fill(to);
  await page.getByRole('option', { name: to }).first().click();
  await form.getByLabel('Share 2, percent').fill('39.9');
  await form.getByLabel('Why').fill('Won together.');
  const sum = form.getByTestId('share-sum');
  assert.equal(await sum.innerText(), '99.9 %, 0.1 % missing');
  await form.getByRole('button', { name: 'Share it so' }).click();
  await form.getByRole('alert').filter({ hasText: '99.90 %' }).waitFor();
  await noBarriers(page, 'shares');
  await keepPictures('46-shares');
  await form.getByRole('button', { name: 'The rest to the last' }).click();
  assert.equal(await sum.innerText(), '100 %');
  await form.getByRole('button', { name: 'Share it so' }).click();
  await form.waitFor({ state: 'detached' });
  await card.getByText('shared by', { exact: false }).waitFor();
  const { shares } = await get(`${LAYER}/accounts/${account.id}/credit`);
  assert.deepEqual(
    shares.map(({ territory, basisPoints }) => [territory, basisPoints]),
    [
      [from, 6000],
      [to, 4000],
    ],
  );
});

test('exceptions are listed, reviewed and ended, with the rule that would reproduce them', async () => {
  const { page } = bench;
  const [{ id: person }] = (await get('/representatives')).items;
  for (const account of accounts.slice(5, 9)) {
    const made = await bench.rest('POST', `${LAYER}/exceptions`, {
      accountId: account.id,
      kind: 'STRATEGIC',
      territory: null,
      representativeId: person,
      from: today,
      until: null,
      reviewOn: later(1),
      why: 'One of the ten largest.',
    });
    assert.equal(made.status, 201, JSON.stringify(made.json));
  }
  await bench.openOwnership('Exceptions');
  const rows = page.getByTestId('exceptions').locator('tbody tr');
  await rows.first().waitFor();
  assert.equal(await rows.count(), 5);
  await page.getByRole('radiogroup', { name: 'Kind' }).getByText('Named', { exact: true }).click();
  await expect(async () => (await rows.count()) === 1, 'one of them is named');
  await page.getByRole('radiogroup', { name: 'Kind' }).getByText('All', { exact: true }).click();

  const rate = page
    .getByTestId('rates')
    .locator('tbody tr')
    .filter({ has: page.getByRole('button', { name: /^Propose/ }) })
    .first();
  const territory = await rate.getAttribute('data-territory');
  await page.getByRole('button', { name: `Propose a rule for ${territory}` }).click();
  const proposal = page.getByTestId('proposal');
  const told = await get(`${LAYER}/exceptions/proposal?territory=${encodeURIComponent(territory)}`);
  await proposal.getByText(told.sentence, { exact: false }).waitFor();
  await noBarriers(page, 'exceptions');
  await keepPictures('47-exceptions');

  const { externalId } = accounts[5];
  const row = page.locator(`tr[data-exception="${externalId}"]`);
  await row.getByRole('button', { name: /^Review/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Next day of review').fill(later(200));
  await dialog.getByLabel('Why').fill('Still one of the largest.');
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await dialog.waitFor({ state: 'detached' });
  await row.getByRole('button', { name: /^End/ }).click();
  await dialog.getByLabel('First day without it').fill(later(2));
  await dialog.getByRole('button', { name: 'End it' }).click();
  await dialog
    .getByText(/reason|blank/i)
    .first()
    .waitFor();
  await dialog.getByLabel('Why').fill('It is like the others now.');
  await bench.keepPicture('48-end-exception');
  await dialog.getByRole('button', { name: 'End it' }).click();
  await dialog.waitFor({ state: 'detached' });
  const [ended] = (await get(`/accounts/${accounts[5].id}/exceptions`)).items;
  assert.equal(ended.until, later(2));
  assert.equal(ended.reviewOn, later(200));
});

test('an opportunity is held where it is, and let go again', async () => {
  const { page } = bench;
  await bench.openOwnership('Opportunities');
  const list = page.getByTestId('opportunities').locator('tbody tr');
  await list.first().waitFor();
  const deal = await list.first().getAttribute('data-deal');
  const row = page.locator(`tr[data-deal="${deal}"]`);
  await row.getByRole('button', { name: `Hold ${deal}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Why').fill('The contract is signed next week.');
  await dialog.getByLabel('First day no longer held').fill(today);
  await dialog.getByRole('button', { name: 'Hold it' }).click();
  await dialog.getByText('must be a day after today', { exact: false }).waitFor();
  await dialog.getByLabel('First day no longer held').fill(later(14));
  await noBarriers(page, 'hold');
  await keepPictures('49-hold');
  await dialog.getByRole('button', { name: 'Hold it' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page
    .getByRole('radiogroup', { name: 'Which opportunities' })
    .getByText('Held', { exact: true })
    .click();
  await expect(async () => (await list.count()) === 1, 'one is held');
  await noBarriers(page, 'opportunities');
  await keepPictures('49-held');
  const [held] = (await get(`${LAYER}/opportunities?held=true`)).items;
  assert.equal(held.hold.until, later(14));
  await row.getByRole('button', { name: `Release ${deal}` }).click();
  await page.getByText('None is held', { exact: false }).waitFor();
  assert.equal((await get(`${LAYER}/opportunities?held=true`)).items.length, 0);
});

test('what rules ask of an account is edited on its page', async () => {
  const { page } = bench;
  const { id } = accounts[0];
  await bench.open(`#/accounts?open=${id}`);
  await page.getByTestId('figures').getByRole('button', { name: 'Edit…' }).click();
  const form = page.getByRole('form', { name: 'Edit the account' });
  await form.getByLabel('Product line').fill('imaging');
  await form.getByLabel('Tags').fill('partner');
  await page.keyboard.press('Enter');
  await form.getByRole('button', { name: 'One more field' }).click();
  await form.getByLabel('Name of the field').fill('tier!');
  await form.getByLabel('Value of tier!').fill('gold');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByText('must be a letter', { exact: false }).waitFor();
  await form.getByLabel('Name of the field').fill('tier');
  await noBarriers(page, 'edit account');
  await keepPictures('50-edit-account');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.waitFor({ state: 'detached' });
  await page.getByTestId('figures').getByText('imaging').waitFor();
  const account = await get(`/accounts/${id}`);
  assert.equal(account.product, 'imaging');
  assert.deepEqual(account.tags, ['partner']);
  assert.deepEqual(account.fields, { tier: 'gold' });
});

test('no script failed on the way', () => {
  assert.deepEqual(complaints, []);
});
