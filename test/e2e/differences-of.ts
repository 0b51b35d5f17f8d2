/** How far numbers of two engines may be apart: a share of the larger, and what is noise beside figures of a notebook. */
const RELATIVE = 1e-8;
const ABSOLUTE = 1e-9;

/** What is left of a computation, how it went, and the hash of all its bits: noise by nature. */
const noise = /residual|gap|absolute|relative|iterations|largest$|method|fingerprint/i;

/** Where two such texts differ, as sentences. */
export function differencesOf(page: unknown, node: unknown, at = ""): string[] {
  if (noise.test(at.split(/[.[]/).at(-1) ?? "")) return [];
  if (typeof page === "number" && typeof node === "number") {
    const allowed = ABSOLUTE + RELATIVE * Math.max(Math.abs(page), Math.abs(node));
    return Math.abs(page - node) <= allowed ? [] : [`${at}: ${page} in the page, ${node} in Node`];
  }
  if (typeof page !== "object" || typeof node !== "object" || page === null || node === null) {
    return page === node ? [] : [`${at}: ${JSON.stringify(page)} in the page, ${JSON.stringify(node)} in Node`];
  }
  const keys = new Set([...Object.keys(page), ...Object.keys(node)]);
  return [...keys].flatMap((key) =>
    differencesOf((page as Record<string, unknown>)[key], (node as Record<string, unknown>)[key], `${at}.${key}`),
  );
}
