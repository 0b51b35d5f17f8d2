import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { partCall } from "../../kernel/integrity/page-data.ts";
import type { SiteFile } from "./program-builds.ts";

/** The gzip level: a higher one gains half a percent more and takes twice the time. */
const level = 6;

/** A file as text for a page: compressed by gzip, in base64. */
export function packed(content: string | Uint8Array): string {
  return gzipSync(content, { level }).toString("base64");
}

/** A file as a classic script that passes it to the page. Its name is the full hash of its content, so that it cannot be guessed. */
export function pagePart(content: string | Uint8Array): SiteFile {
  const name = createHash("sha256").update(content).digest("hex");
  return { address: `parts/${name}.js`, content: `${partCall}("${name}","${packed(content)}")` };
}
