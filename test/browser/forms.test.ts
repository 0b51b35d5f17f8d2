import { afterEach, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { formsIn } from "../../kernel/forms/forms.ts";
import { rememberSentences } from "../../kernel/services/compute/sentences.ts";
import { messages } from "../../lib/message/message.ts";
import { accountOf, lineOf } from "../unit/app/account/hand-made-account.ts";

const texts = messages("test.forms", { purpose: { en: "What is it for?", zh: "用于什么？" } });

const asks = [
  { key: "purpose", question: "What is it for?", options: [{ value: "a", label: "learning" }] },
  {
    key: "steel",
    question: { en: "Which steel?", zh: "哪种钢？" },
    options: [
      { value: "hot", label: "hot rolled", change: 0 },
      { value: "cold", label: "cold rolled", change: 0.4213 },
      { value: "none", label: "leave it out", change: -12.345 },
    ],
    assumed: "hot",
  },
  { key: "mass", question: "What does it weigh?", options: [], assumed: null },
];

afterEach(() => document.body.replaceChildren());

test("one question is shown at a time, that which may change the result most first, its default chosen and each change beside it", async () => {
  const form = formsIn({ language: "en", catalogue: [] }).questions(asks);
  document.body.append(form);
  const heard: unknown[] = [];
  form.addEventListener("input", () => heard.push(form.value));
  await expect.element(page.getByText("Question 1 of 3")).toBeVisible();
  await expect.element(page.getByRole("radio", { name: "hot rolled in the figure" })).toBeChecked();
  await expect.element(page.getByText("+0.421 kg")).toBeVisible();
  await expect.element(page.getByText("−12.3 kg")).toBeVisible();
  expect(form.value).toEqual({});
  await page.getByRole("radio", { name: "cold rolled" }).click();
  expect(heard).toEqual([{ steel: "cold" }]);
  await page.getByRole("button", { name: "Confirm, next" }).click();
  await expect.element(page.getByRole("group", { name: "What is it for?" })).toBeVisible();
  await page.getByText("All questions (1 of 3 answered)").click();
  await page.getByRole("button", { name: "What does it weigh?" }).click();
  await page.getByRole("textbox", { name: "What does it weigh?" }).fill("12");
  await page.getByRole("button", { name: "Confirm" }).click();
  expect(form.value).toEqual({ steel: "cold", mass: "12" });
});

test("a form takes answers that were given before, and speaks the reader's language", async () => {
  rememberSentences([texts.purpose()]);
  const form = formsIn({ language: "zh-CN", catalogue: [] }).questions(asks);
  document.body.append(form);
  form.value = { steel: "none" };
  await expect.element(page.getByRole("radio", { name: "leave it out" })).toBeChecked();
  await page.getByRole("button", { name: "确认，下一个" }).click();
  await expect.element(page.getByRole("group", { name: "用于什么？" })).toBeVisible();
  expect(form.value).toEqual({ steel: "none" });
});

test("the report of an account is saved in both forms by its buttons, and anything else is refused", async () => {
  const { report } = formsIn({ language: "en", catalogue: [] });
  const saved: string[] = [];
  const click = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  document.body.append(report(accountOf([lineOf("Diesel", 2)]), { name: "energy report" }));
  await page.getByRole("button", { name: "Report (.xlsx)" }).click();
  await page.getByRole("button", { name: "Report (page to print)" }).click();
  expect(saved).toEqual(["energy report.xlsx", "energy report.html"]);
  click.mockRestore();
  expect(() => report({ rows: [] })).toThrow("account.compute");
});
