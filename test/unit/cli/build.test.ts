import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { workbenchSite } from "../../built-workbench.ts";

let out: string;

beforeAll(async () => {
  out = await workbenchSite();
}, 300_000);

/** The path of the one file of the build that has this name and ending, with the hash of its content between them. */
function hashed(name: string, ending: string): string {
  const found = readdirSync(join(out, "assets")).filter(
    (file) => file.startsWith(`${name}-`) && file.endsWith(ending) && file.length === name.length + 9 + ending.length,
  );
  expect([name, found.length]).toEqual([name, 1]);
  return `assets/${found[0]}`;
}

/** Gzipped size of a file of the build, in kB. */
function kilobytes(path: string): number {
  return gzipSync(readFileSync(join(out, path))).length / 1000;
}

describe("The built page", () => {
  it("loads less than 300 kB (gzip) of its own code before anything is asked for", () => {
    const html = readFileSync(join(out, "index.html"), "utf8");
    const first = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)]
      .map(([, path]) => path!)
      .filter((path) => path !== hashed("frame", ".js"));
    expect(first.length).toBeGreaterThan(0);
    // Most readers never ask.
    for (const late of ["dialogue-controller", "ask-panel", "palette-reply"])
      expect(first).not.toContain(hashed(late, ".js"));
    expect(first.reduce((all, path) => all + kilobytes(path), 0)).toBeLessThan(300);
  });

  it("names nothing by an absolute address, so that it works below any path", () => {
    const html = readFileSync(join(out, "index.html"), "utf8");
    expect(
      [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address!).filter((a) => !a.startsWith("./")),
    ).toEqual([]);
    expect(html).not.toMatch(/https?:\/\/(?!localhost)/);
  });

  it("has the frame's program in less than 965 kB (gzip), and apart from it what ± needs, in less than 183 kB, and the charts by name, in less than 33 kB", () => {
    expect(kilobytes(hashed("frame", ".js"))).toBeLessThan(965);
    expect(kilobytes(hashed("draws", ".js"))).toBeLessThan(183);
    expect(kilobytes(hashed("charts", ".js"))).toBeLessThan(33);
  });

  it("ships the database, the datasets and the notebooks as files of its own", () => {
    expect(statSync(join(out, hashed("eh", ".wasm"))).size).toBeGreaterThan(30_000_000);
    const catalogue = JSON.parse(readFileSync(join(out, "datasets/catalogue.json"), "utf8")) as {
      datasets: { file: string }[];
    };
    expect(readdirSync(join(out, "datasets"))).toEqual(
      expect.arrayContaining(catalogue.datasets.map(({ file }) => file)),
    );
    const listed = JSON.parse(readFileSync(join(out, "notebooks/index.json"), "utf8")) as { name: string }[];
    expect(listed.map(({ name }) => name)).toEqual(expect.arrayContaining(["trade-transfer", "welcome"]));
    // The list of notebooks' own files is there, so that a page without any asks for nothing that is missing.
    expect(JSON.parse(readFileSync(join(out, "notebooks/files/index.json"), "utf8"))).toEqual([]);
  });

  it("asks for the frame's program as soon as its document is read", () => {
    const html = readFileSync(join(out, "index.html"), "utf8");
    expect(html).toContain(`<link rel="preload" as="fetch" crossorigin href="./${hashed("frame", ".js")}">`);
  });

  it("carries no token of a server", () => {
    expect(readFileSync(join(out, "index.html"), "utf8")).toContain('name="yuheng-token" content=""');
  });
});
