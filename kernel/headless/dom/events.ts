import {
  CustomEvent as DomCustomEvent,
  Event as DomEvent,
  EventTarget as DomEventTarget,
  type HTMLElement,
} from "linkedom";
import { defineGlobal } from "./global.ts";

/** The events of browsers that Node and linkedom lack, by the class that each extends. */
const classes: Readonly<Record<string, string>> = {
  UIEvent: "Event",
  FocusEvent: "UIEvent",
  InputEvent: "UIEvent",
  KeyboardEvent: "UIEvent",
  MouseEvent: "UIEvent",
  DragEvent: "MouseEvent",
  PointerEvent: "MouseEvent",
  WheelEvent: "MouseEvent",
  TouchEvent: "UIEvent",
};

type EventClass = new (type: string, init?: EventInit) => Event;

/**
 * Makes elements accept Node's events: libraries and cells write `new Event("input")`, which is Node's class, while
 * linkedom dispatches only its own events. Events of other kinds carry the properties with which they were made.
 */
export function completeEvents(): void {
  const known: Record<string, EventClass> = { Event: globalThis.Event };
  for (const [name, base] of Object.entries(classes)) {
    known[name] = extended(name, known[base]!);
    defineGlobal(name, known[name]);
  }
  const dispatch = DomEventTarget.prototype.dispatchEvent;
  DomEventTarget.prototype.dispatchEvent = function (this: EventTarget, event: Event): boolean {
    if (event instanceof DomEvent) return dispatch.call(this, event);
    const { type, bubbles, cancelable } = event;
    const detail = (event as CustomEvent<unknown>).detail;
    const own =
      detail === undefined
        ? new DomEvent(type, { bubbles, cancelable })
        : new DomCustomEvent(type, { bubbles, cancelable, detail });
    for (const [key, value] of Object.entries(event)) {
      if (key !== "isTrusted" && !(key in own)) Object.defineProperty(own, key, { value, enumerable: true });
    }
    const proceeds = dispatch.call(this, own);
    if (!proceeds) event.preventDefault();
    return proceeds;
  };
}

function extended(name: string, Base: EventClass): EventClass {
  const made = class extends Base {
    constructor(type: string, init: EventInit = {}) {
      super(type, init);
      for (const [key, value] of Object.entries(init)) {
        if (!(key in this)) Object.defineProperty(this, key, { value, enumerable: true });
      }
    }
  };
  return Object.defineProperty(made, "name", { value: name });
}

/** Makes the window a target of events, which never come: there is no layout, and nobody who scrolls or presses a key. */
export function completeWindow(element: HTMLElement): void {
  const target = element as unknown as EventTarget;
  for (const name of ["addEventListener", "removeEventListener", "dispatchEvent"] as const) {
    if (name in globalThis) continue;
    defineGlobal(name, target[name].bind(target));
  }
}
