/** Thrown when a message across a realm boundary violates the declared interface. */
export class BoundaryError extends Error {
  override name = "BoundaryError";
  readonly method: string;
  /** The argument that was refused, from 0, and why if its reader says so. */
  readonly argument: { readonly place: number; readonly issue: Issue | null } | undefined;

  /** @param method what was called or answered */
  constructor(method: string, reason: string, argument?: BoundaryError["argument"]) {
    super(`“${method}” was refused: ${reason}.`);
    this.method = method;
    this.argument = argument;
  }

  /** @param error what the reader of the argument threw */
  static ofArgument(method: string, place: number, error: unknown): BoundaryError {
    const reason = `argument ${place + 1}, ${reasonOf(error)}`;
    return new BoundaryError(method, reason, { place, issue: issueOf(error) });
  }
}

/** A validation issue of zod. */
export interface Issue {
  readonly path?: readonly PropertyKey[];
  readonly code?: string;
  readonly expected?: string;
  readonly origin?: string;
  readonly maximum?: unknown;
  readonly message?: string;
}

/** Why a reader rejected a value, in one line: the path within it, and what was expected. */
export function reasonOf(error: unknown): string {
  const first = issueOf(error);
  if (!first) return error instanceof Error ? error.message : String(error);
  const place = (first.path ?? []).map(String).join(".");
  const what = first.expected ? `expected ${first.expected}` : `${first.message} (${first.code})`;
  return place === "" ? what : `${place}: ${what}`;
}

function issueOf(error: unknown): Issue | null {
  const { issues } = error as { issues?: readonly Issue[] };
  return (Array.isArray(issues) ? (issues as readonly Issue[]) : [])[0] ?? null;
}
