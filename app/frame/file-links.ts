import type { SavedFile } from "../../kernel/sandbox/protocol.ts";

/**
 * Passes the file of a clicked `download` link to the page: the frame's sandbox forbids downloads, since a cell could start one at
 * any time. The page checks with the browser that the user pressed something.
 */
export function followFileLinks(save: (file: SavedFile) => void): void {
  document.addEventListener("click", (event) => {
    const link = (event.target as Element | null)?.closest?.("a[download]");
    if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented) return;
    event.preventDefault();
    void readFile(link, save);
  });
  // A link that is created for one click is not attached: its event reaches no document.
  const { click } = HTMLElement.prototype;
  Object.defineProperty(HTMLAnchorElement.prototype, "click", {
    configurable: true,
    writable: true,
    value(this: HTMLAnchorElement) {
      if (this.hasAttribute("download") && !this.isConnected) void readFile(this, save);
      else click.call(this);
    },
  });
}

async function readFile(link: HTMLAnchorElement, save: (file: SavedFile) => void): Promise<void> {
  // The address is fetched at once: it may be revoked right after the click.
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
