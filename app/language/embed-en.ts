/** What is said where a notebook stands in another page. It is part of a small script of its own. */
export const embedEn = {
  "embed.loading": "The notebook is being opened…",
  "embed.failed": "The notebook could not be shown here.",
  "embed.open": "Open it in a page of its own",
  "embed.noSource": "Which notebook? The attribute `src` names its page.",
  "embed.missing": "There is no cell called {cells} in this notebook. It has: {known}.",
  "embed.label": "Notebook",
} as const;
