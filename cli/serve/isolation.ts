import type { ServerResponse } from "node:http";
import type { Plugin } from "vite";

/**
 * Headers of every answer of the server. They give the notebook's sandbox its second layer (neither WebRTC nor preconnect leaves
 * the page), and isolate the page and its workers, so that the numeric kernels may share memory between threads. Nothing depends
 * on either: a host that sets no header serves the same page.
 */
const headers = {
  // No other site may show the workbench in a frame. A page's own meta element cannot say so.
  "Content-Security-Policy": "frame-ancestors 'self'",
  "Connection-Allowlist": "(response-origin)",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
};

export function isolation(): Plugin {
  return {
    name: "yuheng:isolation",
    configureServer({ middlewares }) {
      middlewares.use((_request, response, next) => {
        isolate(response);
        next();
      });
    },
  };
}

/** Sets the headers of an answer. */
export function isolate(response: ServerResponse): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}
