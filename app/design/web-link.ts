import { html, type TemplateResult } from "lit";

/**
 * An address of the web as it may stand in a link; null for anything else. Catalogues, notebooks and citations come from others: an
 * address with another scheme, such as `javascript:`, would run in the page that shows it.
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

/** A link where there is an address of the web, else the text. It opens beside the notebook and says nothing of it. */
export function webLink(text: string, address: unknown): TemplateResult {
  const href = webAddress(address);
  return href === null ? html`${text}` : html`<a href=${href} target="_blank" rel="noopener noreferrer">${text}</a>`;
}
