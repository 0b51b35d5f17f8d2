import type { Plugin } from "vite";

/**
 * Headers of every answer, the servers' own and those of the parts beside them. The notebook's sandbox gets its second layer
 * (neither WebRTC nor preconnect leaves the page), and the page and its workers are isolated, so that the numeric kernels may
 * share memory between threads. Nothing depends on either: a host that sets no header serves the same page.
 */
const headers = {
  // No other site shows the workbench in a frame of its own. A page cannot say so by itself.
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
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
        next();
      });
    },
  };
}
