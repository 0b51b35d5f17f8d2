import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** What depends on the colours of a theme alone. */
const ofColours = ["color-contrast", "link-in-text-block"];

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * What axe finds on the page and in the notebook's frame, by rule and place. `frame: false` leaves the frame out, where only
 * the page around it has changed: a notebook takes axe seconds. `colours: true` asks for what the colours do alone, where all
 * else has been looked at in another theme.
 */
export async function violations(page: Page, { frame = true, colours = false } = {}): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    .options({
      runOnly: colours ? { type: "rule", values: ofColours } : { type: "tag", values: tags },
      resultTypes: ["violations"],
    })
    // Where the list of notebooks makes figures, out of sight and reach of everybody; these frames come and go.
    .exclude("body > div[inert][aria-hidden='true']");
  if (!frame) axe.exclude({ fromShadowDom: ["yuheng-app", "yuheng-notebook-page", "iframe"] });
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${target.join(" ")} ${html.slice(0, 160)}`),
  );
}
