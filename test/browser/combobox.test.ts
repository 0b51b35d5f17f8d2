import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { type Choice, Combobox } from "../../app/design/combobox.ts";
import { writeMessage } from "../../lib/message/write.ts";

const all: readonly Choice[] = [
  { code: "BRA", name: "Brazil" },
  { code: "FRA", name: "France" },
  { code: "DEU", name: "Germany" },
];

let chosen: Choice[];
let combobox: Combobox;
const field = page.getByRole("combobox", { name: "Places" });
const options = page.getByRole("option");
const isMatch = (typed: string) => (choice: Choice) => choice.name.toLowerCase().includes(typed.trim().toLowerCase());
const codes = () => chosen.map(({ code }) => code);

beforeEach(() => {
  chosen = [];
  combobox = new Combobox(
    {
      search: async (typed) => all.filter((choice) => isMatch(typed)(choice) && !chosen.includes(choice)),
      take: async (typed) => {
        const parts = typed.split(",");
        return {
          found: parts.flatMap((part) => all.find(isMatch(part)) ?? []),
          rest: parts.map((part) => part.trim()).filter((part) => !all.some(isMatch(part))),
        };
      },
      get chosen() {
        return chosen;
      },
      add: (choices) => {
        chosen = [...new Set([...chosen, ...choices])];
      },
      remove: ({ code }) => {
        chosen = chosen.filter((each) => each.code !== code);
      },
    },
    () => ({ label: "Places", placeholder: "Type", none: (names) => `No place is called ${names.join(", ")}.` }),
    (sentence) => writeMessage(sentence, { tag: "en" }),
  );
  document.body.append(combobox.element);
});

afterEach(() => document.body.replaceChildren());

describe("A combobox with chips", () => {
  test("lists what was typed, marks one of it for the keyboard, and adds it by Enter", async () => {
    await userEvent.fill(field, "a");
    await expect.element(field).toHaveAttribute("aria-expanded", "true");
    expect(options.elements().map((each) => each.textContent)).toEqual(["Brazil", "France", "Germany"]);
    await userEvent.keyboard("{ArrowDown}");
    const marked = options.nth(1).element();
    expect(marked.getAttribute("aria-selected")).toBe("true");
    expect(field.element().getAttribute("aria-activedescendant")).toBe(marked.id);
    expect(page.getByRole("listbox", { name: "Places" }).element().id).toBe(
      field.element().getAttribute("aria-controls"),
    );
    await userEvent.keyboard("{Enter}");
    expect(codes()).toEqual(["FRA"]);
    await expect.element(field).toHaveAttribute("aria-expanded", "false");
    await expect.element(field).toHaveValue("");
    await expect.element(page.getByRole("status")).toHaveTextContent("France added");
    await userEvent.keyboard("{ArrowUp}");
    await expect.element(options.nth(1)).toHaveAttribute("aria-selected", "true");
    expect(options.elements().map((each) => each.textContent)).toEqual(["Brazil", "Germany"]);
  });

  test("takes several names at once, and says which are none", async () => {
    await userEvent.fill(field, "Germany, Atlantis, Brazil");
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByRole("alert")).toHaveTextContent("No place is called Atlantis.");
    await expect.element(field).toHaveValue("Atlantis");
    await expect.element(field).toHaveAttribute("aria-invalid", "true");
    expect(codes()).toEqual(["DEU", "BRA"]);
    expect(await combobox.take()).toBe(false);
    await userEvent.fill(field, "Fran");
    await expect.element(field).toHaveAttribute("aria-invalid", "false");
    expect(await combobox.take()).toBe(true);
    expect(codes()).toEqual(["DEU", "BRA", "FRA"]);
  });

  test("says of a name that is none when it is typed", async () => {
    await userEvent.fill(field, "Atl");
    await expect.element(page.getByRole("alert")).toHaveTextContent("No place is called Atl.");
    await userEvent.fill(field, "Bra");
    await expect.element(field).toHaveAttribute("aria-invalid", "false");
    expect(codes()).toEqual([]);
  });

  test("removes chips by Backspace, by a press, and by the keyboard on a chip, which keeps its place", async () => {
    chosen = [...all];
    combobox.refresh();
    const chips = page.getByRole("list", { name: "Chosen: Places" }).getByRole("button");
    await userEvent.click(field);
    await userEvent.keyboard("{Backspace}");
    expect(codes()).toEqual(["BRA", "FRA"]);
    expect(document.activeElement).toBe(field.element());
    await userEvent.keyboard("{ArrowLeft}{ArrowLeft}");
    expect(document.activeElement).toBe(chips.nth(0).element());
    await userEvent.keyboard("{Delete}");
    expect(codes()).toEqual(["FRA"]);
    expect(document.activeElement?.getAttribute("aria-label")).toBe("Remove France");
    await page.getByRole("button", { name: "Remove France" }).click();
    expect(codes()).toEqual([]);
    expect(document.activeElement).toBe(field.element());
    await expect.element(page.getByRole("status")).toHaveTextContent("France removed");
  });

  test("opens its whole list by a button, and Escape closes the list and nothing around it", async () => {
    const reached: string[] = [];
    const note = ({ key }: KeyboardEvent) => reached.push(key);
    document.addEventListener("keydown", note);
    await page.getByRole("button", { name: "Show the list" }).click();
    await expect.element(options.nth(2)).toBeVisible();
    expect(document.activeElement).toBe(field.element());
    await userEvent.keyboard("{Escape}");
    await expect.element(field).toHaveAttribute("aria-expanded", "false");
    expect(reached).toEqual([]);
    await userEvent.keyboard("{Escape}");
    expect(reached).toEqual(["Escape"]);
    document.removeEventListener("keydown", note);
  });

  test("tells nothing of what is typed in it to the inputs around it", async () => {
    const heard: string[] = [];
    for (const type of ["input", "change"]) document.body.addEventListener(type, () => heard.push(type));
    await userEvent.fill(field, "Ger");
    await userEvent.tab();
    expect(heard).toEqual([]);
    await expect.element(field).toHaveAttribute("aria-expanded", "false");
  });
});
