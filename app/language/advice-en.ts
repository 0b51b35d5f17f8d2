/** What is said above the advice on a notebook. */
export const adviceEn = {
  "advice.title": "Advice",
  "advice.about":
    "What `yuheng check` would say of it: what nobody reads, what has no source or no words, what the graph cannot see.",
  "advice.none": "No advice.",
  "advice.looking": "Reading the notebook …",
  "advice.cell": "Cell {place}",
} as const;
