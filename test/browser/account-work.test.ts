import "../../app/design/tokens.css";
import "../../app/design/page.css";
import axe from "axe-core";
import { afterEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { speech } from "../../app/language/speech.ts";
import { choicesFor } from "../../app/workbench/account/account-choices.ts";
import type { AccountDialog } from "../../app/workbench/account/account-dialog.ts";
import "../../app/workbench/account/account-dialog.ts";
import { AccountDraft } from "../../app/workbench/account/account-draft.ts";
import { emptyMapping } from "../../app/workbench/account/mapping-edits.ts";
import { DeskPool } from "../../kernel/services/compute/desk-pool.ts";
import type { DatasetService } from "../../kernel/services/datasets.ts";
import { accountSheet } from "../bench/account-sheets.ts";
import { datasets } from "./services.ts";

const desks: DeskPool[] = [];

afterEach(() => {
  for (const desk of desks.splice(0)) desk.stop();
  document.body.replaceChildren();
  speech.speak("en");
});

/** A worker with a file of many lines, whose tables of factors come only when they are let. */
function waitingDesk() {
  const rows = accountSheet("company", 3000, 30)
    .rows.map((row) => row.join(","))
    .join("\n");
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const takeFile: DatasetService["takeFile"] = async (...given) => {
    await gate;
    return datasets.takeFile(...given);
  };
  const create = () =>
    new Worker(new URL("../../kernel/services/compute/desk.worker.ts", import.meta.url), { type: "module" });
  const desk = new DeskPool(create, { takeFile }, { file: "use.csv", bytes: new TextEncoder().encode(rows) });
  desks.push(desk);
  return { desk, open };
}

test.each([
  [
    "en",
    "Matching and computing…",
    "Stop",
    "Stopped.",
    "Run again",
    "500 of 3001 rows read",
    /lines of the file are in/,
  ],
  ["zh-CN", "正在匹配与计算…", "停止", "已停止。", "重新运行", "已读取 3001 行中的 500 行", /条记录中有/],
] as const)(
  "work in a worker says what is done, is stopped by a key, is grey then, and runs again (%s)",
  async (language, computing, stop, stopped, again, read, behind) => {
    speech.speak(language);
    const { desk, open } = waitingDesk();
    const draft = new AccountDraft(desk, choicesFor({ is: "file", file: "use.csv" }), emptyMapping);
    const told = new Set<string>();
    const dialog = document.createElement("yuheng-account") as AccountDialog;
    Object.assign(dialog, { workbench: { changes: new EventTarget() } });
    document.body.append(dialog);
    draft.addEventListener("change", async () => {
      await dialog.updateComplete;
      told.add(dialog.shadowRoot!.querySelector(".doing")?.textContent ?? "");
    });
    await dialog.show(draft, { isUpdate: false, notes: [], problems: [], others: [] });
    await expect.element(page.getByRole("progressbar", { name: computing })).toBeVisible();
    expect([...told]).toContain(read);
    const button = page.getByRole("button", { name: stop, exact: true });
    (button.element() as HTMLElement).focus();
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByText(stopped, { exact: true })).toBeVisible();
    // Stopped is no failure, and the same button runs it again.
    expect(page.getByRole("alert").elements()).toEqual([]);
    expect(page.getByRole("progressbar").elements()).toEqual([]);
    await expect.element(page.getByRole("button", { name: again })).toBeVisible();
    expect(dialog.shadowRoot!.activeElement?.textContent?.trim()).toBe(again);
    const { violations } = await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] });
    expect(violations.map(({ id }) => id)).toEqual([]);
    await userEvent.keyboard("{Enter}");
    open();
    await expect.element(page.getByText(behind), { timeout: 60_000 }).toBeVisible();
    // The button has gone, and the focus is still in the dialog.
    expect(dialog.shadowRoot!.activeElement?.id).toBe("title");
  },
  90_000,
);
