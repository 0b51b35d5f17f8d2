/** The address at which a site will be. Without it, whatever needs an absolute address is left out of its pages. */
export class SiteAddress {
  /** The address of the folder, with a slash at its end. */
  readonly href: string;

  private constructor(href: string) {
    this.href = href;
  }

  /** Reads an address of the web; null if it is none. */
  static read(text: string): SiteAddress | null {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (!url || !/^https?:$/.test(url.protocol) || url.search !== "" || url.hash !== "") return null;
    if (url.username !== "" || url.password !== "") return null;
    return new SiteAddress(url.href.endsWith("/") ? url.href : `${url.href}/`);
  }

  /** The address of a file of the site. The list of notebooks is the site itself. */
  of(file: string): string {
    if (file === "index.html") return this.href;
    return this.href + file.split("/").map(encodeURIComponent).join("/");
  }
}
