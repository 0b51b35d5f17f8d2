/** Whether a site is stored in this browser: not requested yet, being fetched, complete, or impossible. */
export type OfflineState = "unknown" | "keeping" | "kept" | "unavailable";

/**
 * Stores the site in the browser, so that it opens offline. Pages and programs are stored at once; data and the database when
 * the page is idle, unless the reader's browser saves data.
 */
export class Offline extends EventTarget {
  #state: OfflineState = "unknown";

  get state(): OfflineState {
    return this.#state;
  }

  /** Starts to store the site; call it when nothing else needs the network. */
  async keep(): Promise<void> {
    const { serviceWorker } = navigator;
    const saveData = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
    if (!serviceWorker || !isSecureContext || saveData) return this.#setState("unavailable");
    try {
      serviceWorker.addEventListener("message", ({ data }) => {
        if (data?.yuheng === "kept") this.#setState(data.missing === 0 ? "kept" : "unavailable");
      });
      await serviceWorker.register(new URL("service-worker.js", document.baseURI), { updateViaCache: "none" });
      const { active } = await serviceWorker.ready;
      this.#setState("keeping");
      active?.postMessage("yuheng:keep");
    } catch {
      this.#setState("unavailable");
    }
  }

  #setState(state: OfflineState): void {
    this.#state = state;
    document.documentElement.dataset.offline = state;
    this.dispatchEvent(new Event("change"));
  }
}
