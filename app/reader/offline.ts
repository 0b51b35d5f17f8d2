/** Whether a site is kept in this browser: not yet asked, being fetched, whole, or not to be had. */
export type OfflineState = "unknown" | "keeping" | "kept" | "unavailable";

/**
 * Keeps the site in the browser, so that it opens without a network. Pages and programs are kept at once; data and the
 * database once the page has come to rest, unless the reader's connection is to be spared.
 */
export class Offline extends EventTarget {
  #state: OfflineState = "unknown";

  get state(): OfflineState {
    return this.#state;
  }

  /** Starts it; call it when nothing else needs the network. */
  async keep(): Promise<void> {
    const { serviceWorker } = navigator;
    const spare = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
    if (!serviceWorker || !isSecureContext || spare) return this.#move("unavailable");
    try {
      serviceWorker.addEventListener("message", ({ data }) => {
        if (data?.yuheng === "kept") this.#move(data.missing === 0 ? "kept" : "unavailable");
      });
      await serviceWorker.register(new URL("service-worker.js", document.baseURI), { updateViaCache: "none" });
      const { active } = await serviceWorker.ready;
      this.#move("keeping");
      active?.postMessage("yuheng:keep");
    } catch {
      this.#move("unavailable");
    }
  }

  #move(state: OfflineState): void {
    this.#state = state;
    document.documentElement.dataset.offline = state;
    this.dispatchEvent(new Event("change"));
  }
}
