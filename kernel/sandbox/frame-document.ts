import { randomSwitch } from "../../lib/numeric/realm-random.ts";
import { trustAll, trustedMarkup } from "../markup/trusted-types.ts";

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

/** What the frame tells the page before it has a port: that it is there, and that the host refuses its program. */
export const frameHello = "yuheng:frame";
export const frameRefused = "yuheng:refused";

/** The global name under which the frame's program registers its start function. */
export const startName = "__yuhengStart";

/**
 * The initial document of the frame: the policy, and a listener for the one message with the program, the session to open and
 * the port. WebRTC, which the policy does not cover in every browser, is removed before any notebook code runs.
 *
 * @param scripts addresses of scripts with the program, the cells and this listener, for a host that does not let text become code
 */
export function frameDocument(theme: "light" | "dark", scripts: readonly string[] = []): string {
  trusted ??= trustedMarkup("yuheng-frame");
  const sources = scripts.map(attributeOf);
  const policy = framePolicy.replace("script-src", ["script-src", ...sources].join(" "));
  const body =
    scripts.length === 0
      ? `<script>${frameScript}</script>`
      : sources.map((address) => `<script src="${address}"></script>`).join("");
  return trusted(
    `<!doctype html><html data-theme="${theme}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="color-scheme" content="light dark"><meta name="viewport" content="width=device-width"></head><body>${body}</body></html>`,
  );
}

/** An address as an attribute and a source of a policy, in which spaces, commas and semicolons separate. */
function attributeOf(address: string): string {
  return address.replace(/[\s;,"'<>&]/g, (letter) => `%${letter.charCodeAt(0).toString(16).padStart(2, "0")}`);
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
  try {
    if (event.data.program !== null) (0, eval)(event.data.program);
  } catch (error) {
    if (!(error instanceof EvalError)) throw error;
    return parent.postMessage("${frameRefused}", "*");
  }
  const begin = globalThis.${startName};
  delete globalThis.${startName};
  begin(event.ports[0], event.data.session);
});
parent.postMessage("${frameHello}", "*");
`;
