import { describe, expect, it } from 'vitest';
import type { PushDryRun } from '../api/wire';
import { formatsFor } from '../model/format';
import { toUpdate } from './ChangeConnection';
import { toRequest } from './Connect';
import { toCredentials, type Way, waysOf } from './credentials';
import { mayPush, toQuestion, toSentence } from './Push';

const FULL = {
  clientId: 'key',
  clientSecret: 'secret',
  refreshToken: ' granted ',
  username: 'dana@example.com',
  privateKey: 'PEM',
  token: 'pat',
};

const NO_CREDENTIALS = {
  clientId: null,
  clientSecret: null,
  refreshToken: null,
  username: null,
  privateKey: null,
  token: null,
};

const DRY: PushDryRun = {
  on: '2027-01-15',
  compared: 40,
  changes: 0,
  vacant: 0,
  unknown: 0,
  unknownPeople: [],
  left: 0,
  rows: [],
};

describe('what a push would write', () => {
  it('is nothing when all is held', () => {
    expect(toSentence(DRY, formatsFor('en', 'USD'))).toBe(
      'Nothing to write: 40 accounts compared.',
    );
  });

  it('tells what is left alone', () => {
    expect(
      toSentence(
        { ...DRY, changes: 1, vacant: 2, unknown: 3, unknownPeople: ['Kim'], left: 4 },
        formatsFor('en', 'USD'),
      ),
    ).toBe(
      '1 account of 40 would be written. 4 rows are left of a push that was cut short. ' +
        '2 accounts keep their owner: vacant here. The CRM does not know Kim (3).',
    );
  });
});

describe('a push', () => {
  it('is offered only after it was seen what it would write', () => {
    const seen = { ...DRY, changes: 1 };
    expect(mayPush(undefined, true, false)).toBe(false);
    expect(mayPush(seen, false, false)).toBe(false);
    expect(mayPush(seen, true, true)).toBe(false);
    expect(mayPush(DRY, true, false)).toBe(false);
    expect(mayPush(seen, true, false)).toBe(true);
  });

  it('is asked for by how much it writes and where', () => {
    expect(toQuestion({ ...DRY, changes: 2 }, 'Ours', formatsFor('en', 'USD'))).toMatch(
      /^Owners and territories of 2 accounts are written into the CRM of Ours, as of .*2027/,
    );
  });
});

describe('a connection', () => {
  it('sends the secret where its system looks for it and nothing that is blank', () => {
    const wanted = {
      name: 'Ours',
      system: 'HUBSPOT',
      address: ' ',
      source: ' second ',
      territoryField: 'territory',
      entered: { ...FULL, way: 'token' },
    } as const;
    expect(toRequest(wanted)).toEqual({
      name: 'Ours',
      system: 'HUBSPOT',
      address: null,
      source: 'second',
      territoryField: 'territory',
      credentials: { ...NO_CREDENTIALS, token: 'pat' },
    });
  });

  it('signs in by every way that the server knows, with what that way needs and no more', () => {
    const sent = (way: Way) => toCredentials({ ...FULL, way });
    expect(waysOf('SALESFORCE').map(({ value }) => value)).toEqual([
      'clientSecret',
      'refreshToken',
      'privateKey',
    ]);
    expect(sent('clientSecret')).toEqual({
      ...NO_CREDENTIALS,
      clientId: 'key',
      clientSecret: 'secret',
    });
    expect(sent('refreshToken')).toEqual({
      ...NO_CREDENTIALS,
      clientId: 'key',
      clientSecret: 'secret',
      refreshToken: 'granted',
    });
    expect(sent('privateKey')).toEqual({
      ...NO_CREDENTIALS,
      clientId: 'key',
      username: 'dana@example.com',
      privateKey: 'PEM',
    });
  });

  it('says only what changes: address, field and credentials each stay by being left out', () => {
    const before = { address: 'https://a.example', territoryField: 'Territory__c' };
    const wanted = { ...before, renews: false, entered: { ...FULL, way: 'token' } } as const;
    const nothing = { address: null, territoryField: null, credentials: null };
    expect(toUpdate(wanted, before)).toEqual(nothing);
    expect(toUpdate({ ...wanted, address: ' https://b.example ' }, before)).toEqual({
      ...nothing,
      address: 'https://b.example',
    });
    expect(toUpdate({ ...wanted, territoryField: ' ' }, before)).toEqual({
      ...nothing,
      territoryField: '',
    });
    expect(toUpdate({ ...wanted, renews: true }, before).credentials).toEqual({
      ...NO_CREDENTIALS,
      token: 'pat',
    });
  });
});
