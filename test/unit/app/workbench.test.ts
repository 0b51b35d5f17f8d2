import { describe, expect, it } from "vitest";
import { writeCause } from "../../../app/language/cause.ts";
import { PreferenceStore, readPreferences } from "../../../app/preferences/preferences.ts";
import type { Session } from "../../../app/session/contract.ts";
import { findHeadings } from "../../../app/workbench/panels/outline.ts";
import { findProblems } from "../../../app/workbench/panels/problem.ts";
import { announce, type SessionStatus } from "../../../app/workbench/shell/announcement.ts";
import { nameCell } from "../../../app/workbench/shell/cell-words.ts";
import { fileCellFor, isTable, jsCellFor, sqlCellFor } from "../../../app/workbench/shell/insertion.ts";
import { firstRoute, parseRoute, writeRoute } from "../../../app/workbench/shell/route.ts";
import { frameSettings } from "../../../app/workbench/shell/system-settings.ts";
import type { DatasetEntry } from "../../../kernel/services/catalogue.ts";
import type { TableReading } from "../../../lib/files/table/table-reading.ts";
import { fakeSession } from "./fake-session.ts";

describe("An address", () => {
  it.each(["trade-transfer", "碳 核算", "a/b?c#d"])("leads to the notebook it was written for: %s", (name) => {
    expect(parseRoute(writeRoute({ page: "notebook", name }))).toEqual({ page: "notebook", name });
  });

  it.each(["", "#", "#/"])("is the library where it names nothing: “%s”", (hash) => {
    expect(parseRoute(hash)).toEqual({ page: "library" });
  });

  it.each(["#/n/", "#/elsewhere", "#/n/%", "#/n/%E0%A4%A", "#/n/%ff?slide=2", "#n/a", "#/n/?with=x"])(
    "is said to be unreadable where it is malformed, and stays as it is in the bar: “%s”",
    (hash) => {
      expect(parseRoute(hash)).toEqual({ page: "unreadable", hash });
      expect(writeRoute(parseRoute(hash))).toBe(hash);
    },
  );

  it("opens the welcome notebook on a first visit that asks for nothing", () => {
    expect(firstRoute("", false, ["welcome"])).toEqual({ page: "notebook", name: "welcome" });
    expect(firstRoute("", true, ["welcome"])).toEqual({ page: "library" });
    expect(firstRoute("", false, [])).toEqual({ page: "library" });
    expect(firstRoute("#/", false, ["welcome"])).toEqual({ page: "library" });
  });
});

describe("The outline", () => {
  const outline = (source: string, kind = "md") =>
    findHeadings([{ id: 7, kind, source, attributes: {} }]).map(({ level, text }) => `${level} ${text}`);

  it("is made of headings of both kinds", () => {
    expect(outline("# One #\ntext\n\nTwo\n===\n\nThree\n---\n### Four")).toEqual([
      "1 One",
      "1 Two",
      "2 Three",
      "3 Four",
    ]);
  });

  it("has the signs that character references stand for", () => {
    expect(outline("# energy&#95;2024.xlsx, R&amp;D &lt;b&gt;")).toEqual(["1 energy_2024.xlsx, R&D <b>"]);
  });

  it("passes over fenced code, rules, lists and other languages", () => {
    expect(outline("```js\n# no\n```\n~~~\n# no\n~~~\n\n---\n- item\n---\n#no\n# yes")).toEqual(["1 yes"]);
    expect(outline("# no", "js")).toEqual([]);
  });

  it("reads as text: no marks, links, tags; what is computed stands as a dot row", () => {
    expect(outline("## The **big** [flows](https://x.org) of `x` in ${year} <br>_now_")).toEqual([
      "2 The big flows of x in … now",
    ]);
    expect(outline("# `mrio_flows` and snake_case_name")).toEqual(["1 mrio_flows and snake_case_name"]);
  });
});

describe("A cell that starts from a dataset", () => {
  const entry = (name: string, columns: string[], format: DatasetEntry["format"] = "arrow") =>
    ({ name, format, columns: columns.map((column) => ({ name: column })) }) as DatasetEntry;

  it("names the columns of a narrow table, and quotes what SQL would take for something else", () => {
    expect(sqlCellFor(entry("flows", ["year", "from", "CO2 (Mt)"]))).toBe(
      'select year, "from", "CO2 (Mt)"\nfrom flows\nlimit 100',
    );
    expect(
      sqlCellFor(
        entry(
          "wide",
          Array.from({ length: 9 }, (_, i) => `c${i}`),
        ),
      ),
    ).toContain("select *\n");
  });

  it("loads it under a name of its own that nobody else has", () => {
    expect(jsCellFor(entry("mrio_flows", []), new Set())).toBe('const mrioFlows = await datasets.load("mrio_flows");');
    expect(jsCellFor(entry("mrio_flows", []), new Set(["mrioFlows", "mrioFlows2"]))).toContain("const mrioFlows3 =");
    expect(jsCellFor(entry("2011-table", []), new Set())).toContain("const data2011Table =");
  });

  it("reads the file of an own table where that gives the same table, and else the table by its name", () => {
    const plain = { format: "delimited", encoding: "utf-8", delimiter: ",", decimal: ".", columns: [] } as const;
    const cell = (reading: TableReading, onlyTable = true) => {
      const own = { ...entry("mine", ["a"]), own: { file: "mine.csv", reading, version: "" } };
      return jsCellFor(own, new Set(), onlyTable ? reading : undefined);
    };
    expect(cell(plain)).toBe('const mine = await FileAttachment("mine.csv").csv({typed: true});');
    expect(cell({ ...plain, delimiter: "\t" })).toContain('FileAttachment("mine.csv").tsv({typed: true})');
    expect(cell({ format: "parquet", columns: [] })).toContain('FileAttachment("mine.csv").parquet()');
    for (const change of [
      { encoding: "gb18030" },
      { delimiter: ";" },
      { decimal: "," },
      { header: false },
      { skip: 2 },
    ] as const)
      expect(cell({ ...plain, ...change })).toBe('const mine = await datasets.load("mine");');
    expect(cell(plain, false)).toContain('datasets.load("mine")');
  });

  it("reads a file without a table in the form that it has", () => {
    const cell = (name: string, mimeType: string) => fileCellFor({ name, mimeType }, new Set());
    expect(cell("map.png", "image/png")).toBe('display(await FileAttachment("map.png").image());');
    expect(cell("my notes.txt", "text/plain")).toBe('const myNotes = await FileAttachment("my notes.txt").text();');
    expect(cell("a.bin", "application/octet-stream")).toContain(".arrayBuffer();");
  });

  it("asks a table by SQL, but not a map", () => {
    expect(isTable(entry("flows", []))).toBe(true);
    expect(isTable(entry("world", [], "topojson"))).toBe(false);
  });
});

describe("The problems", () => {
  it("are the notebook's own, then those of cells in order, with where they began", () => {
    const session = fakeSession({
      cells: [
        { id: 5, kind: "js", source: "Plot.plot(total)" },
        { id: 2, kind: "js", source: "const total = sum(flow)" },
        { id: 3, kind: "js", source: "1" },
      ],
      statuses: {
        2: { status: "failed", runs: 1, error: { name: "E", message: "`flow` is not defined.", line: 1 } },
        3: "fresh",
        5: { status: "blocked", runs: 0, blockedBy: { cell: 2, name: "total" } },
      },
      outputs: { 2: ["total"] },
      problems: ["The database is gone."],
    });
    expect(findProblems(session)).toEqual([
      { cell: null, name: "", status: "failed", message: "The database is gone." },
      {
        cell: 5,
        name: "Plot.plot(total)",
        status: "blocked",
        message: "Waits for `total`, which could not be computed.",
        origin: 2,
      },
      { cell: 2, name: "total", status: "failed", message: "`flow` is not defined.", line: 1, sourceLine: undefined },
    ]);
  });
});

describe("A cell's words", () => {
  const cell = (kind: string, source: string): Session["cells"][number] => ({ id: 1, kind, source, attributes: {} });

  it("name it by what it defines, else by how it begins", () => {
    const report = fakeSession({ statuses: { 1: "fresh" }, outputs: { 1: ["a", "b"] } }).reports.get(1);
    expect(nameCell(cell("js", "const a = 1, b = 2"), report)).toBe("a, b");
    expect(nameCell(cell("md", "\n## The **flows**"), undefined)).toBe("The flows");
    expect(nameCell(cell("sql", "  select 1"), undefined)).toBe("select 1");
    expect(nameCell(cell("js", "x".repeat(200)), undefined)).toHaveLength(80);
  });

  it("say why it ran", () => {
    expect(writeCause({ kind: "input", names: ["x", "y"] })).toBe("ran because x and y changed");
    expect(writeCause({ kind: "restarted", service: "query" })).toBe("ran again after query restarted");
    expect(writeCause({ kind: "first" })).toBe("ran when the notebook opened");
  });
});

describe("An announcement", () => {
  const calm: SessionStatus = { running: false, stuck: false, failed: 0, stale: 0, save: "saved", saveProblem: null };
  const after = (change: Partial<SessionStatus>, before: Partial<SessionStatus> = {}, asked = false) =>
    announce({ ...calm, ...before }, { ...calm, ...change }, asked);

  it("is made for the begin, the end and the failure of a run", () => {
    expect(after({ running: true })).toBe("Running.");
    expect(after({}, { running: true })).toBe("Finished. Every cell is up to date.");
    expect(after({ stale: 2 }, { running: true })).toBe("Finished. 2 cells are stale.");
    expect(after({ failed: 1 }, { running: true })).toBe("Finished. 1 cell failed.");
    expect(after({ running: true, stuck: true }, { running: true })).toContain("You can stop it");
  });

  it("tells of saving where it was asked for or had failed, not of every autosave", () => {
    expect(after({}, { save: "saving" })).toBeNull();
    expect(after({}, { save: "saving" }, true)).toBe("Saved.");
    expect(after({ failed: 2 }, { save: "saving" }, true)).toBe("Saved. 2 cells have failed.");
    expect(after({}, { save: "failed" })).toBe("Saved.");
    expect(after({ save: "failed", saveProblem: "The disk is full." }, { save: "saving" })).toBe(
      "Not saved. The disk is full.",
    );
  });

  it("is not made where nothing happened", () => {
    expect(after({})).toBeNull();
  });
});

describe("The preferences", () => {
  it("follow the browser until something was chosen, and take no value that means nothing", () => {
    expect(readPreferences(null, ["zh-CN"]).language).toBe("zh-CN");
    expect(readPreferences('{"theme":"purple","rail":"yes","language":"en"}', ["zh-CN"])).toMatchObject({
      theme: "system",
      rail: true,
      language: "en",
    });
    for (const text of ["{", "[]", "7", "null"]) {
      expect(readPreferences(text, [])).toMatchObject({ mode: null, code: null });
    }
  });

  it("hold also where nothing can be kept", () => {
    const forbidden = {
      getItem: () => {
        throw new Error("denied");
      },
      setItem: () => {
        throw new Error("full");
      },
    } as unknown as Storage;
    const store = new PreferenceStore(forbidden, []);
    let told = 0;
    store.addEventListener("change", () => told++);
    store.set({ theme: "dark" });
    expect(store.current.theme).toBe("dark");
    expect(told).toBe(1);
  });

  it("reach the frame, with the system's theme where none was chosen", () => {
    const preferences = readPreferences('{"mode":"read","lazy":true}', ["en"]);
    const system = { dark: true, phone: false, reducedMotion: true };
    expect(frameSettings(preferences, system)).toEqual({
      theme: "dark",
      language: "en",
      mode: "read",
      lazy: true,
      reducedMotion: true,
      words: {},
    });
    expect(frameSettings({ ...preferences, theme: "light" }, system).theme).toBe("light");
    expect(frameSettings({ ...preferences, code: true }, system).code).toBe(true);
  });

  it("let a phone open notebooks to be read, until the reader chose to edit", () => {
    const unchosen = readPreferences(null, ["en"]);
    const system = { dark: false, phone: true, reducedMotion: false };
    expect(frameSettings(unchosen, system).mode).toBe("read");
    expect(frameSettings({ ...unchosen, mode: "edit" }, system).mode).toBe("edit");
    expect(frameSettings(unchosen, { ...system, phone: false }).mode).toBe("edit");
  });
});
