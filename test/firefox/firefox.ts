import puppeteer, { type Browser, type Frame, type Page } from "puppeteer-core";
import { systemFirefox } from "../firefox-path.ts";

/** The Firefox of this machine, driven by WebDriver BiDi. */
export function launchFirefox(): Promise<Browser> {
  if (!systemFirefox) throw new Error("There is no Firefox on this machine.");
  const executablePath = systemFirefox;
  return puppeteer.launch({ browser: "firefox", executablePath, headless: true, protocolTimeout: 180_000 });
}

/**
 * The errors of a page from now on. htl writes `onclick=::1` into a template before it sets the property to the function: Firefox
 * says already of the template that it would not run such a text as a handler, which is right and not meant to run.
 */
export function errorsOf(page: Page): unknown[] {
  const errors: unknown[] = [];
  page.on("pageerror", (error) => {
    if (!/script-src-attr/.test(String((error as Error).message))) errors.push(error);
  });
  return errors;
}

/** Waits, however slow the machine, until something is there; what is not yet is null or an error. */
export async function until<T>(what: string, look: () => Promise<T | null | undefined | false>): Promise<T> {
  const end = Date.now() + 120_000;
  let reason: unknown;
  while (Date.now() < end) {
    try {
      const found = await look();
      if (found) return found;
    } catch (error) {
      reason = error; // The frame may just be another one.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Never came: ${what}.`, { cause: reason });
}

/** The frame in which the notebook lives, once there is a cell in it. */
export function notebookFrame(page: Page): Promise<Frame> {
  return until("a cell in the notebook's frame", async () => {
    for (const frame of page.frames()) {
      if (frame !== page.mainFrame() && (await frame.$(".cell"))) return frame;
    }
    return null;
  });
}

/** What the first figure says under its title, once it is drawn. */
export function subtitle(page: Page): Promise<string> {
  return until("a figure with a subtitle", async () => {
    const frame = await notebookFrame(page);
    return frame.evaluate(() =>
      document.querySelector("figure svg[aria-label]") ? document.querySelector("figure h3")?.textContent : null,
    );
  });
}

/** Moves the first slider of the notebook by one step, as the arrow key does. */
export async function pressOnSlider(page: Page, key: "ArrowLeft" | "ArrowRight"): Promise<void> {
  const frame = await notebookFrame(page);
  const slider = await until("a slider", () => frame.$("input[type=range]"));
  await slider.focus();
  await page.keyboard.press(key);
}

/** Presses the button with a text, wherever in the page it is. */
export async function press(page: Page, text: string): Promise<void> {
  const button = await until(`the button “${text}”`, () => page.$(`>>> button ::-p-text(${text})`));
  await button.click();
}

/** Presses Control and a key. */
export async function chord(page: Page, key: "a" | "c" | "v"): Promise<void> {
  await page.keyboard.down("Control");
  await page.keyboard.press(key);
  await page.keyboard.up("Control");
}

/** Drops a file on the page. The protocol has no drag of files: the events are the page's own, with what the browser would give. */
export async function dropText(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    (fileName, content) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], fileName));
      for (const type of ["dragover", "drop"])
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    },
    name,
    text,
  );
}
