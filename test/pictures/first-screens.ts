import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContextOptions } from "playwright";
import { writeContactSheet } from "./contact-sheet.ts";
import { requireFinished } from "./finished.ts";
import type { Studio } from "./studio.ts";

const root = join(import.meta.dirname, "../..");

/** Where the pictures are written: a folder that is not committed. */
export const firstScreensFolder = join(root, "build/first-screens");

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

/** How many pictures a contact sheet shows: more would be too small to read. */
const PER_SHEET = 4;

/** The windows in which each notebook is opened, and the colours in which its picture is taken there. */
const windows: readonly (BrowserContextOptions & { readonly pictures: Record<string, "light" | "dark"> })[] = [
  { viewport: DESKTOP, pictures: { light: "light", dark: "dark" } },
  { viewport: PHONE, isMobile: true, hasTouch: true, pictures: { phone: "light" } },
  { viewport: DESKTOP, locale: "zh-CN", pictures: { chinese: "light" } },
];

/** Takes the first screen of each notebook (all of them if none is named) in light, dark, on a phone and in Chinese. */
export async function takeFirstScreens(studio: Studio, names: readonly string[]): Promise<void> {
  if (names.length === shippedNotebooks().length) rmSync(firstScreensFolder, { recursive: true, force: true });
  mkdirSync(firstScreensFolder, { recursive: true });
  const faults: string[] = [];
  for (const { pictures, ...options } of windows) {
    const context = await studio.context(options);
    for (const name of names) {
      try {
        const { page, frame } = await studio.notebook(context, name);
        for (const [variant, colorScheme] of Object.entries(pictures)) {
          await page.emulateMedia({ colorScheme });
          await requireFinished(page, frame);
          await page.screenshot({ path: join(firstScreensFolder, `${name}.${variant}.png`) });
        }
        await page.close();
      } catch (error) {
        faults.push(`${Object.keys(pictures).join(", ")}: ${(error as Error).message}`);
      }
    }
    for (const variant of Object.keys(pictures)) {
      const taken = names
        .map((name) => join(firstScreensFolder, `${name}.${variant}.png`))
        .filter((path) => existsSync(path));
      const isPhone = options.viewport === PHONE;
      for (let first = 0; first < taken.length; first += PER_SHEET) {
        await writeContactSheet(
          context,
          taken.slice(first, first + PER_SHEET),
          isPhone ? { columns: 4, width: PHONE.width } : { columns: 2, width: 900 },
          join(firstScreensFolder, `sheet.${variant}.${first / PER_SHEET + 1}.png`),
        );
      }
    }
    await context.close();
  }
  if (faults.length > 0) throw new Error(faults.join("\n"));
  console.log(`${names.length} notebooks, four pictures each, in ${firstScreensFolder}`);
}

/** The names of the shipped notebooks. */
export function shippedNotebooks(): string[] {
  return readdirSync(join(root, "notebooks"))
    .filter((file) => file.endsWith(".html"))
    .map((file) => file.slice(0, -".html".length));
}
