import { describe, expect, it } from "vitest";
import { renderReport } from "../../../cli/check/report.ts";
import { paintFor } from "../../../cli/terminal/colour.ts";
import type { Finding } from "../../../kernel/check/finding.ts";

const plain = paintFor({}, {});
const finding = (severity: Finding["severity"], message: string, line = 1): Finding => ({
  rule: "links",
  severity,
  message,
  line,
  column: 1,
});

describe("What check lists of a folder", () => {
  const findings = [
    ...Array.from({ length: 12_000 }, (_, line) => finding("note", `note ${line}`, line + 1)),
    finding("error", "the one error"),
  ];
  const file = { file: "many.html", mended: [], findings };

  it("ends at 10,000 findings, with the errors among them, and says how many are not listed", () => {
    const text = renderReport([file, { ...file, file: "next.html" }], "text", plain);
    expect(text.split("\n").length).toBeLessThan(10_010);
    expect(text).toContain("the one error");
    expect(text).toContain("many.html: 2001 more findings of this file are not listed.");
    expect(text).toContain("next.html: 12001 more findings of this file are not listed.");
    expect(text).toMatch(/2 notebooks: 2 errors, 0 warnings, 24000 notes\.\n$/);
    const [listed] = JSON.parse(renderReport([file], "json", plain)) as [{ findings: unknown[]; unlisted: number }];
    expect([listed.findings.length, listed.unlisted]).toEqual([10_000, 2001]);
    expect(renderReport([file], "github", plain)).toMatch(/::warning file=many\.html::2001 more findings .*\n$/);
  });

  it("repeats the beginning of an endless sentence", () => {
    const text = renderReport(
      [{ file: "a.html", mended: [], findings: [finding("error", "x".repeat(1e7))] }],
      "text",
      plain,
    );
    expect(text.length).toBeLessThan(4000);
    expect(text).toContain("more characters are left out");
  });

  it("is all of it where it is short", () => {
    const few = { file: "a.html", mended: [], findings: [finding("note", "first"), finding("error", "second", 2)] };
    expect(renderReport([few], "text", plain)).toBe(
      "a.html:1:1 note: first [links]\na.html:2:1 error: second [links]\n1 notebook: 1 error, 0 warnings, 1 note.\n",
    );
  });
});
