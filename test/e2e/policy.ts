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

/**
 * What becomes of text that somebody would make markup, code, a handler or a worker of in the page itself, as if it had got
 * that far.
 */
export function attemptsIn(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    // While a tool of the browser evaluates something, code made of text is let through: what follows is a turn of the page's own.
    await new Promise((resolve) => setTimeout(resolve));
    const tried: Record<string, string> = {};
    const attempt = (name: string, body: () => unknown) => {
      try {
        body();
        tried[name] = "through";
      } catch {
        tried[name] = "refused";
      }
    };
    const place = document.createElement("p");
    attempt("markup", () => {
      place.innerHTML = "<b>x</b>";
    });
    // biome-ignore lint/security/noGlobalEval: it is tried
    attempt("code", () => globalThis.eval("1"));
    attempt("function", () => new Function("return 1"));
    attempt("frame", () => {
      document.createElement("iframe").srcdoc = "<p>x</p>";
    });
    attempt("worker", () => new Worker("https://away.invalid/worker.js"));
    attempt("handler", () => {
      place.setAttribute("onclick", "this.dataset.ran = 1");
      place.click();
      if (!place.dataset.ran) throw new Error("It did not run.");
    });
    attempt("script", () => {
      const script = document.createElement("script");
      script.append("document.documentElement.dataset.ran = 1");
      document.head.append(script);
      if (!document.documentElement.dataset.ran) throw new Error("It did not run.");
    });
    return tried;
  });
}

/** All of them refused. */
export const allRefused = {
  markup: "refused",
  code: "refused",
  function: "refused",
  frame: "refused",
  worker: "refused",
  handler: "refused",
  script: "refused",
};
