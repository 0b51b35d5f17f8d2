/** The longest text of an output or a value that is told outside of the notebook, in characters. */
export const MOST_TEXT = 2000;
