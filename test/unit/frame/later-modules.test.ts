import { isAbsolute, join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { chartsFrom, moduleFrom } from "../../../app/frame/later-modules.ts";
import { laterBuilds } from "../../../cli/serve/frame-program.ts";
import { chartsIn } from "../../../kernel/charts/charts.ts";
import { openGraphviz } from "../../../kernel/graphviz/graphviz.ts";
import { openRealm } from "../../../kernel/headless/dom/realm.ts";
import type { GraphvizModule } from "../../../kernel/stdlib/dot.ts";
import type { SqliteModule } from "../../../kernel/stdlib/sqlite-client.ts";
import { Fault } from "../../../lib/message/fault.ts";
import { withRandom } from "../../../lib/numeric/realm-random.ts";
import { chartCases } from "../../charts/chart-cases.ts";

openRealm();

const root = join(import.meta.dirname, "../../..");

const host = {
  language: "en",
  width: 740,
  cite: (names: readonly string[]) => document.createTextNode(names.join("; ")),
};

describe("The program of the charts, which a frame loads on demand", () => {
  let program: string;
  const sources = new Set<string>();
  beforeAll(async () => {
    program = await laterBuilds.charts(root, sources);
  }, 120_000);

  it("draws what the charts of the source tree draw", async () => {
    const charts = (await chartsFrom(async () => program)()).chartsIn(host);
    for (const { name, draw } of chartCases)
      expect(draw(charts, 740).outerHTML, name).toBe(draw(chartsIn(host), 740).outerHTML);
  });

  it("takes from the frame's program what must exist once: its faults are the frame's", async () => {
    const charts = (await chartsFrom(async () => program)()).chartsIn(host);
    expect(() => charts.ladder(7 as never)).toThrow(Fault);
  });

  it("has no library in it that the frame has", () => {
    const within = [...sources].filter(isAbsolute);
    expect(within.filter((file) => /charts/.test(file)).length).toBeGreaterThan(20);
    expect(within.filter((file) => /quantity|message|table\/column/.test(file))).toEqual([]);
    expect(program.length).toBeLessThan(90_000);
  });

  it("is requested once, and again after a failure", async () => {
    const request = vi.fn(async () => program).mockRejectedValueOnce(new Error("the network is gone"));
    const open = chartsFrom(request);
    await expect(open()).rejects.toThrow("the network is gone");
    expect(await open()).toBe(await open());
    expect(request).toHaveBeenCalledTimes(2);
  });
});

describe("Graphviz, which a frame loads on demand", () => {
  it("draws the same in its program as in the source tree", async () => {
    const program = await laterBuilds.graphviz(root);
    const source = "digraph { coal -> power -> steel }";
    const built = await moduleFrom<GraphvizModule>(async () => program)();
    const [drawn, expected] = await Promise.all([built.openGraphviz(), openGraphviz()]);
    expect(drawn(source)).toEqual(expected(source));
  }, 120_000);
});

describe("SQLite, which a frame loads on demand", () => {
  it("runs in its program as in the source tree, and draws nothing of the notebook's chance", async () => {
    const program = await laterBuilds.sqlite(root);
    const { openSqlite } = await moduleFrom<SqliteModule>(async () => program)();
    const open = await openSqlite();
    const empty = new Uint8Array();
    const drawn = vi.fn(() => 0.5);
    const versions = withRandom(drawn, () => [open(empty), open(empty)]).map((database) =>
      database.rows("SELECT sqlite_version()").flat(),
    );
    expect(versions).toEqual([[expect.stringMatching(/^3\.\d+\.\d+$/)], versions[0]]);
    expect(drawn).not.toHaveBeenCalled();
  }, 120_000);
});
