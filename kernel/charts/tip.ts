/** Options of a tip whose title is a text of lines. */
export const tip = {
  lineWidth: 26,
  textPadding: 9,
  pointerSize: 8,
  fill: "var(--raised)",
  stroke: "var(--rule-strong)",
};
