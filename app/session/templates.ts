/** The templates of a new notebook, in the order in which they are offered. */
export const templates = ["blank", "inventory", "product", "trade", "lesson"] as const;

export type TemplateName = (typeof templates)[number];

const texts = import.meta.glob<string>("../../notebooks/templates/*.html", { query: "?raw", import: "default" });

/** The text of a template in a language of the page, or in English if it has none. */
export async function templateText(name: TemplateName, language: string): Promise<string> {
  const address = (tag: string) => `../../notebooks/templates/${name}.${tag}.html`;
  const load = texts[address(language.toLowerCase())] ?? texts[address("en")]!;
  return load();
}
