import { describe, expect, test } from "vitest";
import { shippedDatasets } from "../../../cli/serve/shipped-datasets.ts";
import { readOnce } from "../../../kernel/services/compute/read-dataset.ts";
import { makeAccount } from "../../../lib/account/account.ts";
import type { AccountKind } from "../../../lib/account/account-shapes.ts";
import type { DeskWish } from "../../../lib/account/desk/account-desk.ts";
import { OpenAccount } from "../../../lib/account/desk/open-account.ts";
import { mappingShape } from "../../../lib/account/mapping-shape.ts";
import { readSheets } from "../../../lib/account/reading/read-sheets.ts";
import { accountSheet } from "../../bench/account-sheets.ts";

const read = readOnce(shippedDatasets());
const wishOf = (kind: AccountKind, mapping: object = {}): DeskWish => ({
  asked: { file: "use.csv", answers: {} },
  choice: { kind, year: 2023, region: "DEU", mapping: mappingShape.parse(mapping) },
});

describe("an account that is open away from the page", () => {
  test.each<AccountKind>(["company", "product", "inventory"])(
    "shows of a %s the figures of the account itself, its lines in groups that add up to them",
    async (kind) => {
      const sheet = accountSheet(kind, 300, 30);
      const { lines, leftOut, asks } = readSheets([sheet], { file: "use.csv" });
      const { mapping } = wishOf(kind).choice;
      const metric = "AR5.GWP100";
      const account = await makeAccount(
        { lines, leftOut, asks, year: 2023, region: "DEU", mapping, metric },
        kind,
        read,
      );
      const open = new OpenAccount([sheet], read);
      const seen = open.read(wishOf(kind).asked);
      const shown = await open.compute(wishOf(kind));
      expect(seen).toMatchObject({ lines: lines.length, leftOut: { count: leftOut.length } });
      expect(shown).toMatchObject({ totals: account.totals, headline: account.headline, lines: lines.length });
      expect(shown.groups.reduce((sum, { count }) => sum + count, 0)).toBe(lines.length);
      const sum = account.lines.reduce((all, { emissions }) => all + (emissions?.value ?? 0), 0);
      const grouped = shown.groups.reduce((all, { emissions }) => all + (emissions?.value ?? 0), 0);
      expect(Math.abs(grouped / sum - 1)).toBeLessThan(1e-12);
      expect(shown.datasets.length).toBeGreaterThan(0);
      // A second account is made of tables that are open, and has the same sources.
      const again = await open.compute({ ...wishOf(kind), choice: { ...wishOf(kind).choice, region: "FRA" } });
      expect(again.datasets).toEqual(shown.datasets);
    },
  );

  test("what comes to the page does not grow with the lines of a file", async () => {
    const size = async (rows: number) => {
      const open = new OpenAccount([accountSheet("company", rows, 30)], read);
      const views = [open.read(wishOf("company").asked), await open.compute(wishOf("company"))];
      return JSON.stringify(views).length;
    };
    expect((await size(6000)) / (await size(600))).toBeLessThan(1.1);
  });

  test("an answer that is weighed leaves what was read and computed as it is", async () => {
    const open = new OpenAccount([accountSheet("company", 100, 30)], read);
    const before = await open.compute(wishOf("company"));
    const other = wishOf("company", { entries: [{ name: "Electricity", skip: "sold" }] });
    expect(await open.total(other, before.totals[0]!.key)).toBeLessThan(before.totals[0]!.value!);
    expect(await open.account(wishOf("company"))).toBe(await open.account(wishOf("company")));
    expect((await open.compute(wishOf("company"))).totals).toEqual(before.totals);
  });
});
