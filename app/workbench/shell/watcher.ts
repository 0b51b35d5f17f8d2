import type { ReactiveController, ReactiveControllerHost } from "lit";

/** How long changes are gathered before they are shown: about one picture. */
const gathering = 16;

/**
 * Renders its element anew when something dispatches `change`. A storm of changes costs one rendering per picture: the
 * reports of a thousand cells must not render a panel a thousand times.
 *
 * A timer, not an animation frame: while a notebook's frame holds its thread the browser may stop painting, and that is
 * when Stop has to come alive.
 */
export class Watcher implements ReactiveController {
  #host: ReactiveControllerHost;
  #find: () => EventTarget | null | undefined;
  #target: EventTarget | null = null;
  #due = 0;

  constructor(host: ReactiveControllerHost, find: () => EventTarget | null | undefined) {
    this.#host = host;
    this.#find = find;
    host.addController(this);
  }

  hostConnected(): void {
    this.#follow(this.#find() ?? null);
  }

  hostUpdate(): void {
    this.#follow(this.#find() ?? null);
  }

  hostDisconnected(): void {
    this.#follow(null);
    window.clearTimeout(this.#due);
    this.#due = 0;
  }

  #follow(target: EventTarget | null): void {
    if (target === this.#target) return;
    this.#target?.removeEventListener("change", this.#told);
    this.#target = target;
    target?.addEventListener("change", this.#told);
  }

  #told = () => {
    this.#due ||= window.setTimeout(() => {
      this.#due = 0;
      this.#host.requestUpdate();
    }, gathering);
  };
}
