import type { Page } from "@playwright/test";

const mark = "against the page's policy:";

/**
 * Collects what a page does against its own policy. That of the notebook's frame is its own affair, and so is a frame that is
 * kept from going elsewhere, which the browser counts as the page's.
 */
export async function watchPolicy(page: Page, found: string[]): Promise<void> {
  page.on("console", (message) => {
    if (message.text().startsWith(mark)) found.push(message.text());
  });
  await page.addInitScript((mark) => {
    if (window !== top) return;
    document.addEventListener("securitypolicyviolation", (event) => {
      const { violatedDirective, blockedURI, sourceFile, lineNumber, sample } = event;
      if (violatedDirective === "frame-src") return;
      console.error(mark, violatedDirective, blockedURI, sample, `${sourceFile}:${lineNumber}`);
    });
  }, mark);
}

/** The policy that stands in a page, by directive. */
export async function policyOf(page: Page): Promise<ReadonlyMap<string, readonly string[]>> {
  const text = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  return new Map(
    (text ?? "").split(";").map((directive) => {
      const [name = "", ...values] = directive.trim().split(/\s+/);
      return [name, values];
    }),
  );
}
