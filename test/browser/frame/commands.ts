import { expect, type Locator } from "@playwright/test";
import type { BrowserCommand } from "vitest/node";
import { type Argument, decode, type RemoteCall, type Step } from "./remote-call.ts";

/** How long an assertion waits: as in the end-to-end tests, what takes a second may take ten on a busy machine. */
const WAIT_MS = 20_000;

const patient = expect.configure({ timeout: WAIT_MS });

type Method = (...values: unknown[]) => unknown;

/** A method of an object by its name, bound to it. */
function methodOf(object: object, name: string): Method {
  const method: unknown = Reflect.get(object, name);
  if (typeof method !== "function") throw new Error(`Playwright has no ${name} here.`);
  return (...values) => Reflect.apply(method, object, values);
}

/**
 * Does in Playwright what a test in the page asks: the document of the notebook's frame has an origin of its own, so that nothing
 * in the page can read it or press a key in it.
 */
export const playwright: BrowserCommand<[call: RemoteCall]> = async (
  { page, iframe },
  { path, method, values, negated, of },
) => {
  const value = (argument: Argument): unknown => decode(argument, locatorAt);
  const locatorAt = (steps: readonly Step[]): Locator =>
    steps.reduce<object>(
      (at, [name, ...given]) => methodOf(at, name)(...given.map(value)) as object,
      iframe.frameLocator("iframe[sandbox]"),
    ) as Locator;
  if (of === "keyboard" || of === "mouse") return methodOf(page[of], method)(...values.map(value));
  const locator = locatorAt(path);
  if (of === "locator") return methodOf(locator, method)(...values.map(value));
  const assertions = patient(locator);
  return methodOf(negated ? assertions.not : assertions, method)(...values.map(value));
};
