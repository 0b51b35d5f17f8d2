import { expect, test } from "vitest";
import { buildCommand, embedding } from "../../../app/workbench/share/build-command.ts";

test("The command names the served file, and a folder that is named after the notebook", () => {
  expect(buildCommand("trade-transfer", "single", "notebooks")).toEqual({
    command: "npx yuheng build notebooks/trade-transfer.html --single --out trade-transfer-page",
    hasFile: true,
  });
  expect(buildCommand("trade-transfer", "site", ".").command).toBe(
    "npx yuheng build trade-transfer.html --out trade-transfer-page",
  );
});

test("What a shell would split or read as something else is quoted", () => {
  expect(buildCommand("我的 清单", "site", "Ann's data/").command).toBe(
    "npx yuheng build 'Ann'\\''s data/我的 清单.html' --out '我的 清单-page'",
  );
  expect(buildCommand("a", "site", "$(reboot)").command).toBe("npx yuheng build '$(reboot)/a.html' --out a-page");
});

test("A notebook of the browser, or of a host without a folder, is named as its download", () => {
  expect(buildCommand("~mine", "single", "notebooks")).toEqual({
    command: "npx yuheng build mine.html --single --out mine-page",
    hasFile: false,
  });
  expect(buildCommand("welcome", "single", null).hasFile).toBe(false);
});

test("the markup for embedding names the page as the build does, by an address that a page can contain", () => {
  expect(embedding("~贸易 & trade")).toBe(
    '<script src="https://SITE/embed.js"></script><yuheng-notebook src="https://SITE/%E8%B4%B8%E6%98%93%20%26%20trade.html"></yuheng-notebook>',
  );
});
