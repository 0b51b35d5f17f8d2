/** Thrown when a message across a realm boundary violates the declared interface. */
export class BoundaryError extends Error {
  override name = "BoundaryError";

  /** @param method what was called or answered */
  constructor(method: string, reason: string) {
    super(`“${method}” was refused: ${reason}.`);
  }
}

/** A validation issue of zod. */
interface Issue {
  readonly path?: readonly PropertyKey[];
  readonly code?: string;
  readonly expected?: string;
  readonly message?: string;
}

/** Why a reader rejected a value, in one line: the path within it, and what was expected. */
export function reasonOf(error: unknown): string {
  const { issues } = error as { issues?: readonly Issue[] };
  const [first] = Array.isArray(issues) ? (issues as readonly Issue[]) : [];
  if (!first) return error instanceof Error ? error.message : String(error);
  const place = (first.path ?? []).map(String).join(".");
  const what = first.expected ? `expected ${first.expected}` : `${first.message} (${first.code})`;
  return place === "" ? what : `${place}: ${what}`;
}
