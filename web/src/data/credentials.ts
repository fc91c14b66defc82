import type { ConnectionRequest } from '../api/wire';

export type System = ConnectionRequest['system'];
type Credentials = ConnectionRequest['credentials'];

/** How a server proves to a CRM who it is. */
export type Way = 'clientSecret' | 'refreshToken' | 'privateKey' | 'token';

/** What a person enters; only what the chosen way needs is ever sent. */
export interface Entered {
  readonly way: Way;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
  readonly username: string;
  readonly privateKey: string;
  readonly token: string;
}

interface WayWords {
  readonly value: Way;
  readonly label: string;
  readonly help: string;
}

const SALESFORCE: readonly WayWords[] = [
  {
    value: 'clientSecret',
    label: 'As the app itself (client credentials)',
    help:
      'In Salesforce: an external client app with the client credentials flow switched on and a ' +
      'user to run as. Its settings show the consumer key and secret.',
  },
  {
    value: 'refreshToken',
    label: 'For a person who agreed (refresh token)',
    help:
      'Somebody signed in to the app once and let it keep a refresh token. The secret may stay ' +
      'blank where the app asks for none. A token that Salesforce replaces is kept in its place.',
  },
  {
    value: 'privateKey',
    label: 'With a certificate (JWT bearer)',
    help:
      'The app holds the certificate, and the user is approved for the app. The private key of ' +
      'the certificate signs each sign-in: RSA, PKCS #8, as a PEM file.',
  },
];

const HUBSPOT: readonly WayWords[] = [
  {
    value: 'token',
    label: 'As a private app (access token)',
    help:
      'In HubSpot: a private app that may read owners, companies and deals and write companies. ' +
      'Its settings show the access token.',
  },
];

/** The ways to sign in that a CRM has, the usual one first. */
export function waysOf(system: System): readonly WayWords[] {
  return system === 'HUBSPOT' ? HUBSPOT : SALESFORCE;
}

/** Nothing entered yet, for the usual way of a CRM. */
export function nothingFor(system: System): Entered {
  return {
    way: system === 'HUBSPOT' ? 'token' : 'clientSecret',
    clientId: '',
    clientSecret: '',
    refreshToken: '',
    username: '',
    privateKey: '',
    token: '',
  };
}

/** What is entered, as the server takes it: fields of other ways stay here. */
export function toCredentials(entered: Entered): Credentials {
  const { way } = entered;
  const only = (value: string, ...ways: readonly Way[]) =>
    ways.includes(way) && value.trim() !== '' ? value.trim() : null;
  return {
    clientId: only(entered.clientId, 'clientSecret', 'refreshToken', 'privateKey'),
    clientSecret: only(entered.clientSecret, 'clientSecret', 'refreshToken'),
    refreshToken: only(entered.refreshToken, 'refreshToken'),
    username: only(entered.username, 'privateKey'),
    privateKey: only(entered.privateKey, 'privateKey'),
    token: only(entered.token, 'token'),
  };
}
