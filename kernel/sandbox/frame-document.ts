import { randomSwitch } from "../stdlib/chance.ts";
import { trustAll, trustedMarkup } from "./trusted-types.ts";

/**
 * The policy of a notebook's frame: it may run scripts that are already in it, create workers, and show data in memory. It can
 * send no request. `frame-src 'none'` on the page prevents the frame from navigating away; here it forbids nested frames.
 * A frame created by `srcdoc` is also subject to the page's policy: `pagePolicy` of `cli/serve` allows what this one needs, and
 * its only inline script by hash.
 */
const framePolicy = [
  "default-src 'none'",
  "script-src 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval' blob:",
  "worker-src blob:",
  "connect-src blob: data:",
  "img-src blob: data:",
  "media-src blob: data:",
  "font-src data:",
  "style-src 'unsafe-inline'",
  "frame-src 'none'",
  "object-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
].join("; ");

/** The global name under which the frame's program registers its start function. */
export const startName = "__yuhengStart";

/**
 * The initial document of the frame: the policy, and a listener for the one message with the program, the session to open and
 * the port. WebRTC, which the policy does not cover in every browser, is removed before any notebook code runs.
 */
export function frameDocument(theme: "light" | "dark"): string {
  trusted ??= trustedMarkup("yuheng-frame");
  return trusted(
    `<!doctype html><html data-theme="${theme}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${framePolicy}"><meta name="color-scheme" content="light dark"><meta name="viewport" content="width=device-width"></head><body><script>${frameScript}</script></body></html>`,
  );
}

let trusted: ((text: string) => string) | undefined;

/** The only script in the frame's document. */
export const frameScript = `
${trustAll}
for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection", "RTCDataChannel", "WebTransport"]) {
  try { delete globalThis[name]; Object.defineProperty(globalThis, name, {value: undefined}); } catch {}
}
${randomSwitch}
addEventListener("message", function start(event) {
  if (event.source !== parent || !event.ports[0]) return;
  removeEventListener("message", start);
  (0, eval)(event.data.program);
  const begin = globalThis.${startName};
  delete globalThis.${startName};
  begin(event.ports[0], event.data.session);
});
parent.postMessage("yuheng:frame", "*");
`;
