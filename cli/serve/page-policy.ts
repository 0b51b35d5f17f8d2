import { createHash } from "node:crypto";
import type { Plugin } from "vite";
import { frameScript } from "../../kernel/sandbox/frame-document.ts";
import { policyNames } from "../../kernel/sandbox/trusted-types.ts";

/**
 * What a page with a notebook in it may do. Browsers hold the frame of a notebook, which is made by `srcdoc`, to the page's
 * policy as well as to its own, so that the page's has to name what the frame needs:
 *
 * - the one script that stands in the frame's document, by its hash. No other inline script runs, in the page or in the frame,
 *   and no handler that stands in an attribute;
 * - `'unsafe-eval'`, which is how cells run. In the page itself Trusted Types take it back: text becomes code only where a
 *   policy says so, and the page's own says so never;
 * - `blob:` for workers and modules that cells make.
 *
 * `frame-src 'none'` lets no frame go anywhere, that of the notebook included.
 *
 * @param scripts the text of the scripts that stand in the page itself
 * @param files whether what the page runs on lies beside it, or all of it is in the page
 */
export function pagePolicy(scripts: readonly string[], files: "beside" | "within"): string {
  const self = files === "beside" ? ["'self'"] : [];
  const directives: Record<string, readonly string[]> = {
    "default-src": ["'none'"],
    "script-src": [...self, ...[frameScript, ...scripts].map(hashOf), "blob:", "'unsafe-eval'", "'wasm-unsafe-eval'"],
    "worker-src": [...self, "blob:"],
    "connect-src": [...self, "blob:", "data:"],
    "img-src": [...self, "data:", "blob:"],
    "media-src": [...self, "data:", "blob:"],
    "style-src": [...self, "'unsafe-inline'"],
    "font-src": [...self, "data:"],
    ...(files === "beside" ? { "manifest-src": self } : {}),
    "frame-src": ["'none'"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
    "require-trusted-types-for": ["'script'"],
    "trusted-types": policyNames,
  };
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(" ")}`)
    .join("; ");
}

/** The hash of a script by its text, as a browser takes it: line breaks are one letter. */
function hashOf(script: string): string {
  const text = script.replaceAll(/\r\n?/g, "\n");
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** Writes the policy into the workbench's page, served or built. */
export function workbenchPolicy(): Plugin {
  return {
    name: "yuheng:page-policy",
    transformIndexHtml: (html) => html.replace("{page policy}", pagePolicy([], "beside")),
  };
}
