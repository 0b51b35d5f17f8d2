import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { partCall } from "../../kernel/integrity/page-data.ts";
import type { SiteFile } from "./programs.ts";

/** Of gzip: what is left to gain beyond it is half a percent, and takes twice the time. */
const level = 6;

/** A file as text that may stand in a page: compressed by gzip, in base64. */
export function packed(content: string | Uint8Array): string {
  return gzipSync(content, { level }).toString("base64");
}

/** A file as a classic script that hands it over. Its name is the whole hash of what is in it: nobody guesses it. */
export function pagePart(content: string | Uint8Array): SiteFile {
  const name = createHash("sha256").update(content).digest("hex");
  return { address: `parts/${name}.js`, content: `${partCall}("${name}","${packed(content)}")` };
}
