// The workbench as a planner's hands and eyes meet it.
import { expect } from './expect.mjs';

// The machine that runs this may be busy with a whole build; a person would not wait so long.
const PATIENCE_MS = 120_000;

export class Workbench {
  constructor(page, { base, screenshots }) {
    this.page = page;
    this.base = base;
    this.screenshots = screenshots;
    page.setDefaultTimeout(PATIENCE_MS);
  }

  async open(address = '') {
    await this.page.goto(`${this.base}/${address}`);
  }

  async signIn(username, password) {
    await this.page.locator('input[name=username]').fill(username);
    await this.page.locator('input[name=password]').fill(password);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
  }

  /** Takes the one-time secret's place when the server asks for a password of one's own. */
  async choosePasswordIfAsked(current, next) {
    await this.page.locator('input[name=new], nav.rail').first().waitFor();
    if ((await this.page.locator('input[name=new]').count()) === 0) return current;
    await this.page.locator('input[name=current]').fill(current);
    await this.page.locator('input[name=new]').fill(next);
    await this.page.locator('input[name=again]').fill(next);
    await this.page.getByRole('button', { name: 'Keep this password' }).click();
    await this.page.locator('nav.rail').waitFor();
    return next;
  }

  async goTo(name) {
    await this.page
      .getByRole('navigation', { name: 'Pages' })
      .getByRole('button', { name })
      .click();
  }

  /** Picks an entry of a select box, typing its beginning. */
  async choose(label, option, within = this.page) {
    const box = within.getByRole('combobox', { name: label }).or(within.getByLabel(label)).first();
    await box.click();
    await this.page.getByRole('option', { name: option }).first().click();
  }

  async mapIsDrawn() {
    await this.territories().first().waitFor();
    await this.mapHasColours();
  }

  async mapHasColours() {
    await this.page.locator('[data-testid=map][data-drawn]:not([data-drawn="0"])').waitFor();
  }

  territories() {
    return this.page.locator('[data-testid=territories] tbody tr');
  }

  async scenarioName() {
    return (await this.page.getByTestId('choose-scenario').innerText()).trim();
  }

  /** Id of the scenario in the address. */
  scenarioId() {
    const { hash } = new URL(this.page.url());
    return new URLSearchParams(hash.split('?')[1]).get('scenario');
  }

  async chooseScenario(name) {
    await this.page.getByTestId('choose-scenario').click();
    await this.page.getByRole('menuitem', { name: new RegExp(`^${name}\\b`) }).click();
    await this.mapIsDrawn();
  }

  /** Draws a loop round the middle of the map, as wide as the given part of it. */
  async lasso(part) {
    await this.page.getByRole('button', { name: /^Lasso/ }).click();
    const box = await this.page.getByTestId('draw-pad').boundingBox();
    const at = (turn) => [
      box.x + box.width * (0.55 + part * Math.cos(turn)),
      box.y + box.height * (0.5 + part * Math.sin(turn)),
    ];
    await this.page.mouse.move(...at(0));
    await this.page.mouse.down();
    for (let turn = 0; turn < 2 * Math.PI; turn += 0.3) await this.page.mouse.move(...at(turn));
    await this.page.mouse.up();
  }

  /** Draws a loop and waits until the consequences of the move on offer are told. */
  async takeInHand(part) {
    await this.lasso(part);
    await this.selection().waitFor();
    await this.page.locator('[data-testid^=effect-]').first().waitFor();
  }

  selection() {
    return this.page.getByTestId('selection');
  }

  /** The figures that a planner reads first: balance and what moves. */
  async figures() {
    await this.page.getByTestId('saving').waitFor({ state: 'detached' });
    return (await this.page.getByTestId('balance').innerText()).replace(/\s+/g, ' ');
  }

  /** How even the potential is, once the server has said so. */
  async balance() {
    await this.page.getByTestId('saving').waitFor({ state: 'detached' });
    return (await this.page.getByTestId('balance-potential').innerText()).trim();
  }

  async figuresBecome(wanted) {
    await expect(async () => (await this.figures()) === wanted, `the figures become: ${wanted}`);
  }

  /** Pictures of the same in the light scheme and in the dark one, which is left again. */
  async keepBothPictures(name) {
    await this.keepPicture(name);
    await this.showScheme('dark');
    await this.keepPicture(`${name}-dark`);
    await this.showScheme('light');
  }

  async showScheme(colorScheme) {
    await this.page.emulateMedia({ colorScheme });
    await this.page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
    if ((await this.territories().count()) > 0) await this.mapHasColours();
  }

  /** What the server answers to one who is signed in here; its status and its JSON. */
  rest(method, path, body, headers = {}) {
    return this.page.evaluate(
      async ([verb, address, sent, more]) => {
        const token = document.cookie.match(/XSRF-TOKEN=([^;]+)/)?.[1] ?? '';
        const answer = await fetch(`/api/v1${address}`, {
          method: verb,
          headers: {
            ...(sent === undefined ? {} : { 'Content-Type': 'application/json' }),
            ...(verb === 'GET' ? {} : { 'X-XSRF-TOKEN': token }),
            ...more,
          },
          ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
        });
        const isJson = answer.headers.get('content-type')?.includes('json');
        return {
          status: answer.status,
          etag: answer.headers.get('etag'),
          json: isJson ? await answer.json() : undefined,
        };
      },
      [method, path, body, headers],
    );
  }

  /** Opens a part of the page of ownership, as it is when one comes to it. */
  async openOwnership(part) {
    await this.goTo('Map');
    await this.goTo('Ownership');
    await this.page
      .getByRole('radiogroup', { name: 'Parts of ownership' })
      .getByText(part, { exact: true })
      .click();
  }

  /** Opens a part of the page of data, as it is when one comes to it. */
  async openData(part) {
    await this.goTo('Map');
    await this.goTo('Data');
    await this.page
      .getByRole('radiogroup', { name: 'Parts of the data' })
      .getByText(part, { exact: true })
      .click();
  }

  /** Changes limits of doubtful data beside the screen, as somebody else would; what they were. */
  changeLimits(changes) {
    return this.page.evaluate(
      async ([id, wanted]) => {
        const { limits } = await (await fetch(`/api/v1/scenarios/${id}/quality`)).json();
        const token = document.cookie.match(/XSRF-TOKEN=([^;]+)/)?.[1] ?? '';
        const answer = await fetch('/api/v1/quality/limits', {
          method: 'PUT',
          headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token },
          body: JSON.stringify({ ...limits, ...wanted }),
        });
        if (!answer.ok) throw new Error(`The limits were refused: ${await answer.text()}`);
        return limits;
      },
      [this.scenarioId(), changes],
    );
  }

  /** Saves another model of the potential beside the screen, as somebody else would. */
  async changeModel(change) {
    const { model, etag } = await this.page.evaluate(async () => {
      const answer = await fetch('/api/v1/potential');
      return { model: (await answer.json()).model, etag: answer.headers.get('etag') };
    });
    change(model);
    await this.page.evaluate(
      async ([sent, tag]) => {
        const token = document.cookie.match(/XSRF-TOKEN=([^;]+)/)?.[1] ?? '';
        const answer = await fetch('/api/v1/potential/model', {
          method: 'PUT',
          headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token, 'If-Match': tag },
          body: JSON.stringify(sent),
        });
        if (!answer.ok) throw new Error(`The model was refused: ${await answer.text()}`);
      },
      [model, etag],
    );
  }

  /** Brings a file of a kind in, by the screen. */
  async load(kind, csv, rows) {
    await this.openData('Bring data');
    await this.choose('What the file holds', kind);
    await this.page.locator('input[type=file]').setInputFiles({
      name: `${kind.toLowerCase().replaceAll(' ', '-')}.csv`,
      mimeType: 'text/csv',
      buffer: Buffer.from(csv),
    });
    await this.page.getByTestId('import-report').waitFor();
    await this.page.getByRole('button', { name: `Load ${rows}` }).click();
    await this.page.getByText('Loaded', { exact: true }).waitFor();
  }

  async keepPicture(name) {
    await this.page.screenshot({ path: `${this.screenshots}/${name}.png` });
  }
}
