import { describe, expect, test } from "vitest";
import { Account, type Skip, type Step } from "../../account.ts";
import type { Problem, Report, State, TestResult } from "../../report.ts";

const node: Step = { name: "node tests", folders: ["test/unit"], repeats: false };
const browser: Step = { name: "browser tests", folders: ["test/browser"], repeats: true };

/** A test of a file of that step, as `file title state`; what failed says why. */
function result(line: string): TestResult {
  const [file, title, state] = line.split(", ") as [string, string, State];
  return { file, title, state, messages: state === "failed" ? [`Error: ${title} broke\n    at ${file}:1:1`] : [] };
}

function report(lines: readonly string[], problems: readonly Problem[] = [], seconds = {}): Report {
  return { tests: lines.map(result), problems, seconds };
}

const fails = (lines: readonly string[]) => lines.some((line) => line.includes(", failed"));

/** An account of these steps; what is run once more comes to what `again` says of its file. */
function closed(
  steps: readonly (readonly [Step, readonly string[]])[],
  { skips = [], again = {} }: { skips?: readonly Skip[]; again?: Record<string, readonly string[]> } = {},
) {
  const account = new Account(skips);
  for (const [step, lines] of steps) account.addStep(step, !fails(lines), report(lines));
  const repeated = account.repetitions();
  for (const repetition of repeated) {
    const lines = again[repetition.file]!;
    account.addRepetition(repetition, !fails(lines), report(lines));
  }
  const { lines, exitCode } = account.close();
  return {
    said: lines.join("\n"),
    last: lines.at(-1)!.trimStart(),
    exitCode,
    repeated: repeated.map(({ file }) => file),
  };
}

const skip = (file: string, title: string, when = true): Skip => ({
  file,
  title,
  reason: "No such disk.",
  when: () => when,
});

describe("The closing line", () => {
  test("counts checks and tests, stands alone on its line, and a run in which all pass ends with 0", () => {
    const account = new Account([]);
    account.addCheck("types", true);
    account.addStep(node, true, report(["test/unit/a.test.ts, one, passed", "test/unit/a.test.ts, two, passed"]));
    const { lines, exitCode } = account.close();
    expect(lines.join("\n").split("\n").at(-1)).toBe("3 passed, 0 failed");
    expect(exitCode).toBe(0);
  });

  test("counts a check that does not hold, and the run ends with 1", () => {
    const account = new Account([]);
    account.addCheck("types", false);
    account.addCheck("style", true);
    const { lines, exitCode } = account.close();
    expect(lines.slice(-2)).toEqual(["\n✘ types", "\n1 passed, 1 failed"]);
    expect(exitCode).toBe(1);
  });

  test("is not a success where nothing was run", () => {
    expect(new Account([]).close()).toEqual({ lines: ["\n0 passed, 0 failed"], exitCode: 1 });
  });

  test("comes right after every failure with its message, without colours", () => {
    const account = new Account([]);
    const messages = ["\u001b[31mexpected 1\u001b[39m to be 2"];
    const tests = [{ file: "test/unit/a.test.ts", title: "one", state: "failed" as const, messages }];
    account.addStep(node, false, { tests, problems: [], seconds: {} });
    expect(account.close().lines).toEqual([
      "\n✘ test/unit/a.test.ts › one\nexpected 1 to be 2",
      "\n0 passed, 1 failed",
    ]);
  });
});

describe("What fails outside of tests", () => {
  test("is a failure: a runner without a report, one that ends badly though all passed, a file that cannot be read", () => {
    const passing = report(["test/unit/a.test.ts, one, passed"]);
    const outcomes: [boolean, Report | null, string][] = [
      [false, null, "✘ node tests\nIt left no report."],
      [true, null, "✘ node tests\nIt left no report."],
      [false, passing, "✘ node tests\nIt failed outside of any test."],
      [
        false,
        report([], [{ file: "test/unit/b.test.ts", messages: ["no such module"] }]),
        "✘ test/unit/b.test.ts\nno such",
      ],
      [false, report([], [{ file: null, messages: ["unhandled"] }]), "✘ Outside of any test\nunhandled"],
    ];
    for (const [ok, left, sentence] of outcomes) {
      const account = new Account([]);
      account.addCheck("types", true);
      account.addStep(node, ok, left);
      const { lines, exitCode } = account.close();
      expect(lines.join("\n")).toContain(sentence);
      expect([exitCode, lines.at(-1)]).toEqual([1, expect.stringContaining(", 1 failed")]);
    }
  });

  test("is one failure with all that it kept from running; and what did not run without a failure fails by itself", () => {
    const after = closed([[browser, ["test/browser/a.test.ts, one, failed", "test/browser/a.test.ts, two, not run"]]], {
      again: { "test/browser/a.test.ts": ["test/browser/a.test.ts, one, failed"] },
    });
    expect([after.last, after.said]).toEqual(["0 passed, 1 failed", expect.stringContaining("1 test did not run.")]);
    const alone = closed([[node, ["test/unit/a.test.ts, one, passed", "test/unit/a.test.ts, two, not run"]]]);
    expect([alone.last, alone.exitCode]).toEqual(["1 passed, 1 failed", 1]);
  });
});

describe("A failed file of a browser's tests", () => {
  const [a, b, c] = ["a", "b", "c"].map((name) => `test/browser/${name}.test.ts`) as [string, string, string];

  test("is run once more, and is flaky where it passes: said with its first error, and counted as passed", () => {
    const { said, last, exitCode, repeated } = closed(
      [[browser, [`${a}, one, passed`, `${a}, two, failed`, `${b}, x, passed`]]],
      {
        again: { [a]: [`${a}, one, passed`, `${a}, two, passed`] },
      },
    );
    expect(repeated).toEqual([a]);
    expect(said).toContain(`\nFLAKY ${a} › two\nError: two broke\n`);
    expect([last, exitCode]).toEqual(["3 passed, 0 failed", 0]);
    expect(said).not.toContain("✘");
  });

  test("fails where it fails twice, in the same test or in another", () => {
    for (const second of [`${a}, two, failed`, `${a}, one, failed`]) {
      const other = second.includes("one") ? `${a}, two, passed` : `${a}, one, passed`;
      const { said, last, exitCode } = closed([[browser, [`${a}, one, passed`, `${a}, two, failed`]]], {
        again: { [a]: [second, other] },
      });
      expect([last, exitCode]).toEqual(["1 passed, 1 failed", 1]);
      expect(said).toContain(`✘ ${a} › two\n`);
      expect(said).not.toContain("FLAKY");
    }
  });

  test("fails where what had failed is skipped or gone the second time, or nothing was run", () => {
    for (const again of [[`${a}, one, passed`, `${a}, two, skipped`], [`${a}, one, passed`], []]) {
      const { last, exitCode } = closed([[browser, [`${a}, one, passed`, `${a}, two, failed`]]], {
        again: { [a]: again },
      });
      expect([last, exitCode]).toEqual(["1 passed, 1 failed", 1]);
    }
  });

  test("may be flaky twice in a run; a third file fails without being run again", () => {
    const first = [a, b, c].map((file) => `${file}, one, failed`);
    const again = Object.fromEntries([a, b, c].map((file) => [file, [`${file}, one, passed`]]));
    const { said, last, exitCode, repeated } = closed([[browser, first]], { again });
    expect(repeated).toEqual([a, b]);
    expect(said.match(/^FLAKY /gm)).toHaveLength(2);
    expect(said).toContain(`✘ ${c} › one`);
    expect([last, exitCode]).toEqual(["2 passed, 1 failed", 1]);
  });

  test("is run again where its preparation failed", () => {
    const account = new Account([]);
    account.addStep(browser, false, report([`${a}, one, not run`], [{ file: a, messages: ["no browser"] }]));
    const [repetition] = account.repetitions();
    account.addRepetition(repetition!, true, report([`${a}, one, passed`]));
    const { lines, exitCode } = account.close();
    expect(lines.slice(-2)).toEqual([`\nFLAKY ${a}\nno browser\n1 test did not run.`, "\n1 passed, 0 failed"]);
    expect(exitCode).toBe(0);
  });

  test("does not excuse what failed outside of any file", () => {
    const account = new Account([]);
    account.addStep(browser, false, report([`${a}, one, failed`], [{ file: null, messages: ["unhandled"] }]));
    const repetitions = account.repetitions();
    expect(repetitions.map(({ file }) => file)).toEqual([a]);
    account.addRepetition(repetitions[0]!, true, report([`${a}, one, passed`]));
    const { lines, exitCode } = account.close();
    expect(lines).toContain("\n✘ Outside of any test\nunhandled");
    expect([lines.at(-1), exitCode]).toEqual(["\n1 passed, 1 failed", 1]);
  });

  test("is not run again where it needs no browser", () => {
    const { repeated, exitCode } = closed([[node, ["test/unit/a.test.ts, one, failed"]]]);
    expect([repeated, exitCode]).toEqual([[], 1]);
  });
});

describe("A skipped test", () => {
  const [file, passes] = ["test/unit/a.test.ts", "test/unit/a.test.ts, two, passed"];

  test("is counted, with the reason that the list gives", () => {
    const { said, last, exitCode } = closed([[node, [`${file}, one, skipped`, passes]]], {
      skips: [skip(file, "one")],
    });
    expect([last, exitCode]).toEqual(["1 passed, 0 failed, 1 skipped", 0]);
    expect(said).toContain(`skipped (1): ${file} › one: No such disk.`);
  });

  test("fails the run where the list does not have it, or its condition does not hold here", () => {
    for (const skips of [[], [skip(file, "one", false)]]) {
      const { said, last, exitCode } = closed([[node, [`${file}, one, skipped`, passes]]], { skips });
      expect([last, exitCode]).toEqual(["1 passed, 1 failed, 1 skipped", 1]);
      expect(said).toContain(`✘ ${file} › one\nIt is skipped, and test/skipped.ts gives no reason.`);
    }
  });

  test("fails the run where the list names none such, even on a machine where it would run", () => {
    for (const when of [true, false]) {
      const { said, last, exitCode } = closed([[node, [passes]]], { skips: [skip(file, "gone", when)] });
      expect([last, exitCode]).toEqual(["1 passed, 1 failed", 1]);
      expect(said).toContain(`✘ ${file} › gone\ntest/skipped.ts lists it, and there is no such test.`);
    }
  });

  test("fails the run where it is listed as skipped here and runs all the same", () => {
    const { said, exitCode } = closed([[node, [passes]]], { skips: [skip(file, "two")] });
    expect(said).toContain("lists it as skipped on this machine, and it ran");
    expect(exitCode).toBe(1);
  });

  test("may be a whole file, and is not asked for where its step is not run", () => {
    const skips = [skip("test/browser/a.test.ts", "")];
    expect(
      closed([[browser, ["test/browser/a.test.ts, , skipped", "test/browser/b.test.ts, x, passed"]]], { skips }),
    ).toMatchObject({ last: "1 passed, 0 failed, 1 skipped", exitCode: 0 });
    expect(closed([[node, [passes]]], { skips }).exitCode).toBe(0);
  });
});

test("The slowest files, the steps and the whole run are said with their seconds", () => {
  const account = new Account([]);
  const seconds = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`test/unit/${i}.test.ts`, i]));
  account.addStep(node, true, report(["test/unit/0.test.ts, one, passed"], [], seconds));
  account.addTime("types", 2);
  account.addTime("node tests", 60.25);
  const { lines } = account.close(61.2);
  expect(lines.filter((line) => line.includes("test/unit/"))).toHaveLength(15);
  expect(lines[1]).toBe("    19.0 s  test/unit/19.test.ts");
  expect(lines.slice(16, -1)).toEqual([
    "\nThe steps",
    "     2.0 s  types",
    "    60.3 s  node tests",
    "    61.2 s  total",
  ]);
});
