import type { ProblemItem } from './wire';

/** A failure told by the server (problem+json), or by us when the server could not be reached. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

export interface Problem {
  readonly code: string;
  readonly status: number;
  /** One sentence with the values. */
  readonly detail: string;
  /** What to try next. */
  readonly hint?: string;
  /** Which part of what was sent it is about, as a JSON pointer. */
  readonly pointer?: string;
  /** All of them, when there are several. */
  readonly others: readonly { readonly detail: string; readonly hint?: string }[];
}

/** The status of an answer to someone whom the server does not know, or no longer. */
export const SESSION_ENDED_STATUS = 401;

export const UNREACHABLE: Problem = {
  code: 'SERVER_UNREACHABLE',
  status: 0,
  detail: 'The server does not answer.',
  hint: 'Nothing is lost: check that it runs, then try again.',
  others: [],
};

/** Reads a problem document; anything else becomes a problem that at least names the status. */
export function readProblem(status: number, body: unknown): Problem {
  const document = isObject(body) ? body : {};
  const hint = text(document['hint']);
  const pointer = text(document['pointer']);
  return {
    code: text(document['code']) ?? `HTTP_${status}`,
    status,
    detail:
      placed(lineOf(document['span']), text(document['detail'])) ??
      text(document['title']) ??
      `The server answered with status ${status}.`,
    ...(hint ? { hint } : {}),
    ...(pointer ? { pointer } : {}),
    others: several(document['problems']),
  };
}

/** The problem in anything that was thrown. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof ProblemError) return thrown.problem;
  return {
    code: 'UNEXPECTED',
    status: 0,
    detail: thrown instanceof Error ? thrown.message : String(thrown),
    others: [],
  };
}

function several(problems: unknown): Problem['others'] {
  if (!Array.isArray(problems)) return [];
  return problems.filter(isObject).flatMap((item) => {
    const line = text(item['column']) ? undefined : item['row'];
    const detail = placed(line, text(item['message']) ?? text(item['detail']));
    const hint = text(item['hint']);
    return detail ? [{ detail, ...(hint ? { hint } : {}) }] : [];
  });
}

/** What a problem says, with its line when it is about a text and not a cell of a table. */
export function sentenceOf(item: Pick<ProblemItem, 'message' | 'row' | 'column'>): string {
  return placed(item.column ? undefined : item.row, item.message) ?? item.message;
}

function lineOf(span: unknown): unknown {
  return isObject(span) ? span['line'] : undefined;
}

/** A sentence about a text says which line it means. */
function placed(line: unknown, sentence: string | undefined): string | undefined {
  return sentence && typeof line === 'number' ? `Line ${line}: ${sentence}` : sentence;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
