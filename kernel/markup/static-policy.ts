/** The content policy of a page that stands still: nothing runs and nothing is loaded, because styles and pictures are in the page. */
export const staticPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
