import { html, type TemplateResult } from "lit";

/**
 * A web address that is safe in a link; null for anything else. Catalogues, notebooks and citations are not trusted: an address
 * with another scheme, such as `javascript:`, would run in the page that shows it.
 */
export function webAddress(address: unknown): string | null {
  if (typeof address !== "string" || !/^https?:\/\/\S+$/i.test(address)) return null;
  try {
    const { protocol, href } = new URL(address);
    return protocol === "https:" || protocol === "http:" ? href : null;
  } catch {
    return null;
  }
}

/** A link if the address is a web address, else the text. It opens in a new tab and sends no referrer. */
export function webLink(text: string, address: unknown): TemplateResult {
  const href = webAddress(address);
  return href === null ? html`${text}` : html`<a href=${href} target="_blank" rel="noopener noreferrer">${text}</a>`;
}
