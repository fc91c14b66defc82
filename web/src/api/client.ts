import { ProblemError, readProblem, UNREACHABLE } from './problem';

const BASE = '/api/v1';

/** What a gateway says when the server behind it is away. */
const NOBODY_THERE: readonly number[] = [502, 503, 504];

export interface Answer<T> {
  readonly body: T;
  readonly etag: string | undefined;
}

/** A value of a query that is there and empty; an empty text is left out. */
export const BLANK: unique symbol = Symbol('blank');

/** What stands in an address after the question mark. */
export type Query = Readonly<
  Record<string, string | number | boolean | typeof BLANK | null | undefined>
>;

interface Ask {
  readonly query?: Query;
  readonly body?: unknown;
  readonly form?: FormData;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Sends one request and reads its JSON. Throws a ProblemError for every failure. */
export async function ask<T>(method: Method, path: string, request: Ask = {}): Promise<Answer<T>> {
  const response = await send(method, path, request);
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const isTable = response.headers.get('content-type')?.includes('csv') ?? false;
  const body: unknown = isJson
    ? await response.json()
    : isTable
      ? await response.text()
      : undefined;
  if (!isJson && NOBODY_THERE.includes(response.status)) throw new ProblemError(UNREACHABLE);
  if (!response.ok) throw new ProblemError(readProblem(response.status, body));
  return { body: body as T, etag: response.headers.get('etag') ?? undefined };
}

/** The bytes at an address. Throws a ProblemError for every failure. */
export async function readFile(path: string): Promise<Blob> {
  const response = await send('GET', path, { headers: { Accept: '*/*' } });
  if (response.ok) return response.blob();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  if (!isJson && NOBODY_THERE.includes(response.status)) throw new ProblemError(UNREACHABLE);
  throw new ProblemError(readProblem(response.status, isJson ? await response.json() : undefined));
}

export async function read<T>(path: string, query: Query = {}): Promise<T> {
  return (await ask<T>('GET', path, { query })).body;
}

export async function post<T>(path: string, body?: unknown): Promise<T> {
  return (await ask<T>('POST', path, { body })).body;
}

/** Fits a shared wish to see another version: the edit is refused when someone was faster. */
export function ifMatch(etag: string | undefined): { readonly headers?: Record<string, string> } {
  return etag ? { headers: { 'If-Match': etag } } : {};
}

async function send(method: Method, path: string, request: Ask): Promise<Response> {
  try {
    return await fetch(BASE + path + queryText(request.query), {
      method,
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json, application/problem+json',
        ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(method === 'GET' ? {} : csrfHeader()),
        ...request.headers,
      },
      body: request.form ?? (request.body === undefined ? null : JSON.stringify(request.body)),
      ...(request.signal ? { signal: request.signal } : {}),
    });
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    throw new ProblemError(UNREACHABLE);
  }
}

/** The server proves by this that a request comes from our own page. */
function csrfHeader(): Record<string, string> {
  const token = /(?:^|;\s*)XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1];
  return token ? { 'X-XSRF-TOKEN': decodeURIComponent(token) } : {};
}

function queryText(query: Query | undefined): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value === BLANK) parameters.set(name, '');
    else if (value !== undefined && value !== null && value !== '')
      parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text ? `?${text}` : '';
}
