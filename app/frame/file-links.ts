import type { SavedFile } from "../../kernel/sandbox/protocol.ts";

/**
 * Takes to the page what a link with `download` would save: a frame may not download by itself, since a cell could then do so at
 * any time. The page asks the browser whether a person pressed something.
 */
export function followFileLinks(save: (file: SavedFile) => void): void {
  document.addEventListener("click", (event) => {
    const link = (event.target as Element | null)?.closest?.("a[download]");
    if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented) return;
    event.preventDefault();
    void take(link, save);
  });
  // A link that is made for one click stands nowhere: its event comes to no document.
  const { click } = HTMLElement.prototype;
  Object.defineProperty(HTMLAnchorElement.prototype, "click", {
    configurable: true,
    writable: true,
    value(this: HTMLAnchorElement) {
      if (this.hasAttribute("download") && !this.isConnected) void take(this, save);
      else click.call(this);
    },
  });
}

async function take(link: HTMLAnchorElement, save: (file: SavedFile) => void): Promise<void> {
  // The address is taken at once: it may be revoked before the bytes are here.
  const { href } = link;
  const name = link.download || nameIn(href);
  if (!/^(?:blob|data):/i.test(href)) return;
  const response = await fetch(href);
  const bytes = new Uint8Array(await response.arrayBuffer());
  save({ name, type: response.headers.get("content-type") ?? "", bytes });
}

function nameIn(address: string): string {
  return /^data:/i.test(address) ? "download" : (address.split("/").at(-1) ?? "download");
}
