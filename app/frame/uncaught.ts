/** What browsers report as an error though nothing failed: a size that changed again while it was observed. */
const HARMLESS = /^ResizeObserver loop/;

/** Passes on every error of this realm that nothing caught: of event listeners, observers and promises. */
export function reportUncaught(report: (error: unknown) => void): void {
  addEventListener("error", ({ error, message }) => {
    if (!HARMLESS.test(message)) report(error ?? new Error(message));
  });
  addEventListener("unhandledrejection", ({ reason }) => report(reason));
}
