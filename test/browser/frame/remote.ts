import type { Keyboard, Locator, Mouse, expect as PlaywrightExpect } from "@playwright/test";
import { expect as vitestExpect } from "vitest";
import { commands } from "vitest/browser";
import { encode, pathOf, type RemoteCall, type Step } from "./remote-call.ts";

declare module "vitest/browser" {
  interface BrowserCommands {
    playwright(call: RemoteCall): Promise<unknown>;
  }
}

/** Methods that lead to another element and do nothing. */
const leading = new Set([
  ...["locator", "getByRole", "getByText", "getByLabel", "getByTitle", "getByPlaceholder", "getByAltText"],
  ...["first", "last", "nth", "filter", "and", "or"],
]);

function call(
  of: RemoteCall["of"],
  path: readonly Step[],
  method: string,
  values: readonly unknown[],
  negated = false,
): Promise<unknown> {
  return commands.playwright({ of, path, method, values: values.map(encode), negated });
}

/** An object each of whose methods is answered by one function. */
function answeredBy(answer: (method: string, values: unknown[]) => unknown, own: object = {}): unknown {
  return new Proxy(
    Object.assign(() => {}, own),
    {
      get: (target, name) => {
        if (typeof name === "symbol" || name in own) return Reflect.get(target, name);
        // It is no promise.
        return name === "then" ? undefined : (...values: unknown[]) => answer(name, values);
      },
    },
  );
}

function locatorAt(path: readonly Step[]): Locator {
  return answeredBy(
    (method, values) =>
      leading.has(method)
        ? locatorAt([...path, [method, ...values.map(encode)]])
        : call("locator", path, method, values),
    { [pathOf]: path },
  ) as Locator;
}

/** The document of the notebook's frame. */
export const frame: Pick<Locator, "locator" | "getByRole" | "getByText" | "getByLabel"> = locatorAt([]);

/** The keyboard and the mouse of the browser. */
export const keyboard = answeredBy((method, values) => call("keyboard", [], method, values)) as Keyboard;
export const mouse = answeredBy((method, values) => call("mouse", [], method, values)) as Mouse;

type LocatorAssertions = ReturnType<typeof PlaywrightExpect<Locator>>;

/** Assertions on what is in the frame, which wait until they hold. */
export function expectShown(locator: Locator): LocatorAssertions {
  const path = Reflect.get(locator, pathOf) as readonly Step[];
  const assertions = (negated: boolean, own: object = {}) =>
    answeredBy((method, values) => call("assertion", path, method, values, negated), own);
  return assertions(false, { not: assertions(true) }) as LocatorAssertions;
}

export { vitestExpect as expect };
