import { Element } from "linkedom";

/**
 * The attributes of an element as a live list: a template of `htl` removes attributes while it goes through them. Linkedom's is a copy.
 */
export function completeAttributes(): void {
  const { get: copyOf } = Object.getOwnPropertyDescriptor(Element.prototype, "attributes")!;
  Object.defineProperty(Element.prototype, "attributes", {
    configurable: true,
    get(this: Element) {
      return new Proxy(this, {
        get(element, name) {
          const attributes = copyOf!.call(element) as NamedNodeMap;
          const value = Reflect.get(attributes, name) as unknown;
          return typeof value === "function" ? value.bind(attributes) : value;
        },
        has: (element, name) => Reflect.has(copyOf!.call(element) as object, name),
      });
    },
  });
}
