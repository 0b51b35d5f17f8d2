import { css } from "lit";

/** The styles of a long list of buttons below a search field. Rows outside of the window are not laid out. */
export const rowList = css`
  :host {
    display: flex;
    flex-direction: column;
    font-size: var(--text-interface);
  }
  .find {
    padding: var(--space-3) var(--space-3) var(--space-1);
  }
  ul {
    list-style: none;
    margin: 0;
    padding: var(--space-2);
    overflow-y: auto;
  }
  li {
    content-visibility: auto;
    contain-intrinsic-size: auto 3.25rem;
  }
  button {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 var(--space-3);
    width: 100%;
    padding: var(--space-1) var(--space-3);
    border-radius: var(--radius-small);
  }
  button:hover {
    background: var(--hover);
  }
  .name {
    font-family: var(--font-code);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`;
