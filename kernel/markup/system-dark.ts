/** Adds the values of the dark theme for the system's preference, which counts before a script runs and without one. */
export function withSystemDark(css: string): string {
  const dark = /\[data-theme="?dark"?\]\s*\{([^{}]*)\}/.exec(css)?.[1] ?? "";
  return `${css}@media (prefers-color-scheme:dark){:root:not([data-theme]){${dark}}}`;
}
