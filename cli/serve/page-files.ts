import { createHash } from "node:crypto";
import { basename, extname } from "node:path";
import type { Plugin } from "vite";

/** A file that the page fetches besides its modules. */
export interface PageFile {
  /** Its name in `app/session/page-files.ts`. */
  readonly key: string;
  /** Its address where nothing is built. */
  readonly file: string;
  content(): Promise<string | Uint8Array>;
}

/** The module with the addresses of these files, as they are where nothing is built. */
const PLACEHOLDER = "app/session/page-files.ts";

/** The file that every page with a notebook needs: fetched as soon as the page's document is read. */
const FIRST = "frame";

/** Puts the files into the built page under addresses that name the content, and these addresses into the page's program. */
export function pageFiles(files: readonly PageFile[]): Plugin {
  let made: Promise<readonly Made[]> | undefined;
  return {
    name: "yuheng:page-files",
    apply: "build",
    async load(id) {
      if (!id.replaceAll("\\", "/").endsWith(PLACEHOLDER)) return;
      made ??= Promise.all(files.map(make));
      const addresses = (await made).map(({ key, address }) => [key, address]);
      return `export const pageFiles = ${JSON.stringify(Object.fromEntries(addresses))};\n`;
    },
    async generateBundle() {
      for (const { address, content } of (await made) ?? []) {
        this.emitFile({ type: "asset", fileName: address, source: content });
      }
    },
    transformIndexHtml: {
      order: "post",
      handler: async () => {
        const first = (await made)?.find(({ key }) => key === FIRST);
        if (!first) return [];
        const attrs = { rel: "preload", as: "fetch", crossorigin: true, href: `./${first.address}` };
        return [{ tag: "link", attrs, injectTo: "head" }];
      },
    },
  };
}

interface Made {
  readonly key: string;
  readonly address: string;
  readonly content: string | Uint8Array;
}

async function make({ key, file, content: read }: PageFile): Promise<Made> {
  const content = await read();
  const hash = createHash("sha256").update(content).digest("base64url").slice(0, 8);
  const extension = extname(file);
  return { key, address: `assets/${basename(file, extension)}-${hash}${extension}`, content };
}
