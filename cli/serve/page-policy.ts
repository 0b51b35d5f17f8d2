import { createHash } from "node:crypto";
import type { Plugin } from "vite";
import { policyNames } from "../../kernel/markup/trusted-types.ts";
import { frameScript } from "../../kernel/sandbox/frame-document.ts";

/**
 * The content security policy of a page with a notebook. Browsers apply the page's policy to the frame of a notebook as well,
 * because the frame is created by `srcdoc`, so that the page's policy has to allow what the frame needs:
 *
 * - the one script of the frame's document, by its hash. No other inline script runs, in the page or in the frame, and no
 *   handler in an attribute;
 * - `'unsafe-eval'`, by which cells run. In the page itself Trusted Types revoke it: text becomes code only through a policy,
 *   and the page's own policy never allows it;
 * - `blob:` for workers and modules that cells create.
 *
 * `frame-src 'none'` prevents every frame from navigating, that of the notebook included.
 *
 * @param scripts the text of the inline scripts of the page
 * @param files whether the files that the page needs are next to it or within it
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

/** The hash of a script's text, as a browser computes it: with every line break as one character. */
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
