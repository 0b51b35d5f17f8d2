import { LONGEST_ADDRESS } from "../../kernel/sandbox/followed-address.ts";

/** Where a link leads that a reader pressed in a notebook. */
export type Destination = { readonly kind: "page"; readonly name: string } | Outside;

/** A place outside of the site. A press in a notebook opens none: a cell may give any address, and say something else of it. */
export type Outside =
  | { readonly kind: "web"; readonly host: string; readonly address: string }
  | { readonly kind: "mail"; readonly to: string; readonly address: string }
  | { readonly kind: "too-long" };

/**
 * Reads the address of a link: another page of the site, a web address or an e-mail as the browser would open it (no letters but ASCII
 * and no user name before the host, so that it cannot pass for another), or one that is too long to be shown. Null if it leads nowhere.
 */
export function destinationOf(address: string, pages: readonly string[]): Destination | null {
  const written = /^(?:#\/n\/|\.?\/?)([^/?#]+?)(?:\.html)?$/.exec(address)?.[1];
  const name = pages.find((name) => name === written || encodeURIComponent(name) === written);
  if (name !== undefined) return { kind: "page", name };
  if (!/^\s*(?:https?|mailto):/i.test(address)) return null;
  if (address.length > LONGEST_ADDRESS) return { kind: "too-long" };
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url) return null;
  url.username = "";
  url.password = "";
  if (url.href.length > LONGEST_ADDRESS) return { kind: "too-long" };
  return url.protocol === "mailto:"
    ? { kind: "mail", to: url.pathname, address: url.href }
    : { kind: "web", host: url.host, address: url.href };
}
