import { Fault, saidOf } from "../../lib/message/fault.ts";
import { messages, type Sentence } from "../../lib/message/message.ts";
import type { Run } from "../runtime/run.ts";
import type { Assertion } from "./assertion.ts";

const said = messages("assertion", {
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

/** Where tests of a run are told and shown. */
export interface AssertionHost {
  /** A test of a run begins, or has come to its end; it keeps its number within the run. */
  asserted?(run: Run, number: number, assertion: Assertion): void;
  /** What a test looks like. */
  showAssertion(assertion: Assertion): Node;
}

/** A `test` that shows itself in the cell of the run. A test that fails is no failure of its cell: it says so itself. */
export function testOf(run: Run, host: AssertionHost): Test {
  let number = 0;
  return async (title, body) => {
    const place = document.createElement("div");
    const mine = number++;
    const tell = (assertion: Assertion) => {
      if (!run.valid) return;
      place.replaceChildren(host.showAssertion(assertion));
      host.asserted?.(run, mine, assertion);
    };
    const name = String(title);
    tell({ title: name, status: "running" });
    run.display(place);
    try {
      if (typeof body !== "function") throw new Fault(said.arguments(), { name: "TypeError" });
      await run.race(body() as Promise<unknown>);
      tell({ title: name, status: "passed" });
    } catch (error) {
      tell({ title: name, status: "failed", message: sentenceOf(error) });
    }
  };
}

function sentenceOf(error: unknown): Sentence {
  if (!(error instanceof Error)) return String(error);
  const reason = saidOf(error);
  return error.name === "ExpectationError" ? reason : said.thrown({ name: error.name, reason });
}
