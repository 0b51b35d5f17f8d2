import { gzipSync } from "node:zlib";
import type { SiteFile } from "./program-builds.ts";

const parts = ["pages", "programs", "database", "data", "pictures", "workbench"] as const;
export type SitePart = (typeof parts)[number];

interface Share {
  files: number;
  bytes: number;
  gzip: number;
}

/** The sizes of the parts of a site, in bytes, plain and compressed. */
export class SiteSize {
  readonly #shares = new Map<SitePart, Share>();

  add(part: SitePart, { content }: SiteFile): void {
    const share = this.#shares.get(part) ?? { files: 0, bytes: 0, gzip: 0 };
    share.files += 1;
    share.bytes += Buffer.byteLength(content);
    share.gzip += gzipSync(content, { level: 6 }).length;
    this.#shares.set(part, share);
  }

  of(part: SitePart): Readonly<Share> {
    return this.#shares.get(part) ?? { files: 0, bytes: 0, gzip: 0 };
  }

  /** The parts that the site has. */
  shares(): (Readonly<Share> & { readonly part: SitePart })[] {
    return [...this.#shares].map(([part, share]) => ({ part, ...share }));
  }

  /** One line per part: the number of files, their size, and their compressed size. */
  lines(): string[] {
    return parts
      .filter((part) => this.#shares.has(part))
      .map((part) => {
        const { files, bytes, gzip } = this.of(part);
        return `  ${part.padEnd(9)} ${String(files).padStart(4)} ${files === 1 ? "file " : "files"} ${kilobytes(bytes)} kB, compressed ${kilobytes(gzip)} kB`;
      });
  }
}

function kilobytes(bytes: number): string {
  return String(Math.round(bytes / 1000)).padStart(7);
}
