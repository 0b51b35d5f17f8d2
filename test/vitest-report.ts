import { writeFileSync } from "node:fs";
import { relative } from "node:path";
import type { Reporter, TestCase, TestModule, TestSuite, Vitest } from "vitest/node";
import type { Problem, Report, State, TestResult } from "./report.ts";

type TestError = ReturnType<TestModule["errors"]>[number];

/**
 * A reporter of vitest that writes a `Report` to the file `YUHENG_TEST_REPORT`. Vitest's own JSON leaves out which group could
 * not be prepared, calls the tests of such a group skipped, and is silent about errors outside of tests.
 */
export default class VitestReport implements Reporter {
  #root = "";

  onInit: Reporter["onInit"] = (vitest: Vitest) => {
    this.#root = vitest.config.root;
  };

  onTestRunEnd: Reporter["onTestRunEnd"] = (modules, unhandled) => {
    const report: Report = {
      tests: modules.flatMap((module) => [...module.children.allTests()].map((test) => this.#resultOf(test))),
      problems: [
        ...modules.flatMap((module) => this.#problemsOf(module)),
        ...unhandled.map((error) => ({ file: null, messages: [this.#said(error as TestError)] })),
      ],
      seconds: Object.fromEntries(modules.map((module) => [this.#fileOf(module), secondsOf(module)])),
    };
    writeFileSync(process.env.YUHENG_TEST_REPORT!, JSON.stringify(report));
  };

  #fileOf(module: TestModule): string {
    return relative(this.#root, module.moduleId);
  }

  #resultOf(test: TestCase): TestResult {
    return {
      file: this.#fileOf(test.module),
      title: titleOf(test),
      state: stateOf(test),
      messages: (test.result().errors ?? []).map((error) => this.#said(error)),
    };
  }

  #problemsOf(module: TestModule): Problem[] {
    const parts: readonly (TestModule | TestSuite)[] = [module, ...module.children.allSuites()];
    return parts.flatMap((part) =>
      part.errors().map((error) => {
        const group = part.type === "suite" ? [titleOf(part)] : [];
        return { file: this.#fileOf(module), messages: [...group, this.#said(error)] };
      }),
    );
  }

  /** An error with what differs and where in the project it arose. */
  #said({ name, message, diff, stacks = [], stack }: TestError): string {
    const head = message.startsWith(`${name}:`) ? message : `${name}: ${message}`;
    // What was thrown between tests comes with the text of its stack only.
    const text = stack?.startsWith(head) ? stack.slice(head.length + 1) : (stack ?? "");
    const places = stacks.map(({ file, line, column }) => `    at ${relative(this.#root, file)}:${line}:${column}`);
    return [head, diff ?? "", places.length > 0 ? places.join("\n") : text].filter((part) => part !== "").join("\n");
  }
}

function titleOf(part: TestCase | TestSuite): string {
  const titles = [part.name];
  for (let at = part.parent; at.type === "suite"; at = at.parent) titles.unshift(at.name);
  return titles.join(" › ");
}

function stateOf(test: TestCase): State {
  const { state } = test.result();
  if (state === "pending") return "not run";
  if (state !== "skipped") return state;
  for (let at: TestModule | TestSuite = test.parent; ; at = at.parent) {
    if (at.errors().length > 0) return "not run";
    if (at.type === "module") return "skipped";
  }
}

function secondsOf(module: TestModule): number {
  const { collectDuration, setupDuration, duration } = module.diagnostic();
  return (collectDuration + setupDuration + duration) / 1000;
}
