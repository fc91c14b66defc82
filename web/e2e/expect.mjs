import assert from 'node:assert/strict';

/** Looks again until what is asked holds; fails with the sentence when it never does. */
export async function expect(holds, sentence, patienceMs = 60_000) {
  const giveUpAt = Date.now() + patienceMs;
  while (!(await holds())) {
    assert.ok(Date.now() < giveUpAt, `Expected that ${sentence}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
