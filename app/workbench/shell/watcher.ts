import type { ReactiveController, ReactiveControllerHost } from "lit";

/** How long changes are collected before they are rendered, in milliseconds: about one animation frame. */
const throttleMs = 16;

/**
 * Renders its element when a target dispatches `change`, at most once per animation frame: the reports of a thousand cells must
 * not render a panel a thousand times.
 *
 * It uses a timer, not an animation frame: while a notebook's frame blocks its thread the browser may stop painting, and just
 * then Stop must become enabled.
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
    this.#target?.removeEventListener("change", this.#onChange);
    this.#target = target;
    target?.addEventListener("change", this.#onChange);
  }

  #onChange = () => {
    this.#due ||= window.setTimeout(() => {
      this.#due = 0;
      this.#host.requestUpdate();
    }, throttleMs);
  };
}
