/** What was said through a wall is not what may be said there. */
export class BoundaryError extends Error {
  override name = "BoundaryError";

  /** @param method what was called or answered */
  constructor(method: string, reason: string) {
    super(`“${method}” was refused: ${reason}.`);
  }
}

/** As zod tells what it did not take. */
interface Issue {
  readonly path?: readonly PropertyKey[];
  readonly code?: string;
  readonly expected?: string;
  readonly message?: string;
}

/** Why a reader did not take something, in a line: where in it, and what was expected. */
export function reasonOf(error: unknown): string {
  const { issues } = error as { issues?: readonly Issue[] };
  const [first] = Array.isArray(issues) ? (issues as readonly Issue[]) : [];
  if (!first) return error instanceof Error ? error.message : String(error);
  const place = (first.path ?? []).map(String).join(".");
  const what = first.expected ? `expected ${first.expected}` : `${first.message} (${first.code})`;
  return place === "" ? what : `${place}: ${what}`;
}
