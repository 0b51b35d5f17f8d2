import { Fault, messageOf } from "../../lib/message/fault.ts";
import { messages, type Sentence } from "../../lib/message/message.ts";
import type { Run } from "../runtime/run.ts";
import type { Assertion } from "../values/assertion.ts";

const texts = messages("assertion", {
  thrown: {
    en: "{name}: {reason}",
    zh: "{name}：{reason}",
  },
  arguments: {
    en: "`test` takes a title and a function that expects something.",
    zh: "`test` 需要一个标题和一个含有 `expect` 的函数。",
  },
});

/** `test` of one run: `test("production is consumption", () => expect(a).toBeCloseTo(b))`; the body may be asynchronous. */
export type Test = (title: string, body: () => unknown) => Promise<void>;

/** Receives and renders the tests of a run. */
export interface AssertionHost {
  /** Called when a test starts and when it ends. `number` identifies the test within its run. */
  asserted?(run: Run, number: number, assertion: Assertion): void;
  /** Renders a test. */
  showAssertion(assertion: Assertion): Node;
}

/** A `test` that displays itself in the cell of the run. A failed test does not fail its cell; the test's own output reports it. */
export function testOf(run: Run, host: AssertionHost): Test {
  let number = 0;
  return async (title, body) => {
    const place = document.createElement("div");
    const index = number++;
    const report = (assertion: Assertion) => {
      if (!run.valid) return;
      place.replaceChildren(host.showAssertion(assertion));
      host.asserted?.(run, index, assertion);
    };
    const name = String(title);
    report({ title: name, status: "running" });
    run.display(place);
    try {
      if (typeof body !== "function") throw new Fault(texts.arguments(), { name: "TypeError" });
      await run.race(body() as Promise<unknown>);
      report({ title: name, status: "passed" });
    } catch (error) {
      report({ title: name, status: "failed", message: sentenceOf(error) });
    }
  };
}

function sentenceOf(error: unknown): Sentence {
  if (!(error instanceof Error)) return String(error);
  const reason = messageOf(error);
  return error.name === "ExpectationError" ? reason : texts.thrown({ name: error.name, reason });
}
