import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { pageReport } from "../../../cli/diff/page-report.ts";
import { executedPage } from "../../../cli/results/executed-page.ts";
import { pagePolicy } from "../../../cli/serve/page-policy.ts";
import { parseNotebook } from "../../../kernel/document/index.ts";
import { frameDocument } from "../../../kernel/sandbox/frame-document.ts";

function directives(policy: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    policy.split(";").map((directive) => {
      const [name = "", ...values] = directive.trim().split(/\s+/);
      return [name, values];
    }),
  );
}

const policyIn = (html: string) =>
  directives(/http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "");

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

describe("The policy of a page", () => {
  test("lets the script of the frame's document run, which stands under it too, and no other inline script", () => {
    const scripts = [...frameDocument("light").matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text]) => text!);
    expect(scripts).toHaveLength(1);
    const sources = directives(pagePolicy(["own()\r\n"], "beside")).get("script-src")!;
    expect(sources).toContain(hashOf(scripts[0]!));
    expect(sources).toContain(hashOf("own()\n"));
    expect(sources.filter((source) => source.startsWith("'sha256"))).toHaveLength(2);
    expect(sources).not.toContain("'unsafe-inline'");
  });

  test("names nothing that lies outside: of a page that is one file, not even its own place", () => {
    for (const files of ["beside", "within"] as const) {
      for (const [name, values] of directives(pagePolicy([], files))) {
        if (name === "trusted-types" || name === "require-trusted-types-for") continue;
        for (const value of values) expect(value).toMatch(/^(?:'[\w+/=-]+'|blob:|data:)$/);
        if (files === "within") expect(values).not.toContain("'self'");
      }
    }
  });

  test("stands in what is written of a run and of a comparison, and forbids every script", async () => {
    const notebook = parseNotebook(
      '<!doctype html><meta http-equiv="refresh" content="0;url=//e"><notebook theme="coffee"><title>x</title><link rel="preconnect" href="//e"><script id="1" type="module" pinned>1 < 2</script></notebook><meta http-equiv="refresh" content="0;url=//e">',
    );
    const executed = await executedPage(
      notebook,
      {
        title: "<img src=x onerror=1>",
        cells: [
          {
            id: 1,
            place: 1,
            // A type that is not known is a kind of its own, whatever it says.
            kind: 'text/"><img src=x onerror=1>',
            code: "",
            names: [],
            state: { status: "failed", runs: 1 },
            runs: true,
            error: { name: "<img src=x>", message: "<img src=x>" },
            html: "",
            ms: 0,
            steps: [],
            tests: [],
            changing: false,
          },
        ],
        values: new Map(),
        failed: 1,
        notRun: 0,
        warnings: [],
        proofs: [],
      },
      { "<b>": "</main><script>1</script>" },
    );
    const report = await pageReport(["<script>1</script>.html", "b.html"], {
      titles: ["<img src=x onerror=1>", "b"],
      cells: [],
      values: [],
      addedNames: [],
      removedNames: [],
    });
    expect(executed).not.toMatch(/refresh|preconnect/);
    const again = parseNotebook(executed);
    expect(again.cells.map(({ source, attributes }) => [source, attributes])).toEqual([["1 < 2", { pinned: "" }]]);
    expect(again.attributes).toMatchObject({ theme: "coffee" });
    for (const html of [executed, report]) {
      const policy = policyIn(html);
      expect(policy.get("default-src")).toEqual(["'none'"]);
      expect(policy.get("base-uri")).toEqual(["'none'"]);
      expect(policy.get("form-action")).toEqual(["'none'"]);
      expect(policy.has("script-src")).toBe(false);
      expect(html).not.toContain("<img src=x");
      expect(html).not.toContain("<script>1");
      // Nothing stands before it that could run or load.
      expect(html.slice(0, html.indexOf("Content-Security-Policy"))).not.toMatch(/<(?:script|style|link|img|title)/);
    }
  });
});
