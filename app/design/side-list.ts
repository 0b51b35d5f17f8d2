import { css } from "lit";

/** The styles of a tab of the side panel: a fixed head above a list that scrolls. */
export const sideList = css`
  :host {
    display: flex;
    flex-direction: column;
    font-size: var(--text-interface);
  }
  header {
    padding: var(--space-3) var(--space-4) var(--space-2);
    border-bottom: 1px solid var(--rule);
  }
  h2,
  h3,
  h4,
  p,
  dd {
    margin: 0;
  }
  h2 {
    font-size: var(--text-interface);
  }
  .hint,
  dt {
    color: var(--ink-muted);
  }
  .list {
    /* What is hidden from the eye in it scrolls with it, and does not make the page higher. */
    position: relative;
    flex: 1;
    min-height: 0;
    overflow-y: auto;
  }
  dl {
    display: grid;
    gap: 2px var(--space-3);
  }
`;
