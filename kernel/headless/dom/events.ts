import { CustomEvent as DomCustomEvent, Event as DomEvent, EventTarget as DomEventTarget } from "linkedom";

/**
 * Lets elements take events of the realm: libraries and cells write `new Event("input")`, which is Node's own class, while
 * linkedom dispatches only its own.
 */
export function takeRealmEvents(): void {
  const dispatch = DomEventTarget.prototype.dispatchEvent;
  DomEventTarget.prototype.dispatchEvent = function (this: EventTarget, event: Event): boolean {
    if (event instanceof DomEvent) return dispatch.call(this, event);
    const { type, bubbles, cancelable } = event;
    const detail = (event as CustomEvent<unknown>).detail;
    const own =
      detail === undefined
        ? new DomEvent(type, { bubbles, cancelable })
        : new DomCustomEvent(type, { bubbles, cancelable, detail });
    const proceeds = dispatch.call(this, own);
    if (!proceeds) event.preventDefault();
    return proceeds;
  };
}
