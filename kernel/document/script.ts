/** The end of a script's text. */
export interface ScriptEnd {
  /** The offset of the end tag, or the end of the text if there is none. */
  readonly end: number;
  readonly closed: boolean;
  /**
   * Whether the script was closed where HTML would not close it: it contains a `<!--` and then a `<script`, after which HTML
   * treats an end tag as text, so that the following cells would become part of the script.
   */
  readonly rescued: boolean;
}

export type ScriptState = "text" | "escaped" | "doubly escaped";

/** Marks that change the state of a script's text, or end it. */
const marks = /<!--|-->|<(\/?)script(?=[\t\n\f\r />])/gi;

/**
 * Finds the end of a script whose text begins at an offset, by HTML's rules: `<!--` escapes until `-->`, and within that,
 * `<script` escapes doubly until `</script`, which then does not end the script. Unlike in HTML, an end tag followed by another
 * cell or by the end of the notebook always ends the script.
 */
export function findScriptEnd(text: string, from: number): ScriptEnd {
  let found: ScriptEnd | undefined;
  walkMarks(text, from, (state, index) => {
    if (state !== "doubly escaped") found = { end: index, closed: true, rescued: false };
    else if (isFollowedByCell(text, index)) found = { end: index, closed: true, rescued: true };
    return found !== undefined;
  });
  return found ?? { end: text.length, closed: false, rescued: false };
}

/** The state of the HTML parser after a script's text that contains no effective end tag. */
export function findScriptState(text: string): ScriptState {
  return walkMarks(text, 0, () => false);
}

/** Walks through a script's text until `ends` returns true for an end tag in the current state. */
function walkMarks(text: string, from: number, ends: (state: ScriptState, index: number) => boolean): ScriptState {
  let state: ScriptState = "text";
  marks.lastIndex = from;
  for (let match = marks.exec(text); match; match = marks.exec(text)) {
    const { index, 0: mark, 1: slash } = match;
    if (mark === "<!--") {
      if (state === "text") state = "escaped";
      // The dashes may also be those of a “-->”.
      marks.lastIndex = index + 2;
    } else if (mark === "-->") {
      state = "text";
    } else if (slash === "") {
      if (state === "escaped") state = "doubly escaped";
    } else {
      if (ends(state, index)) return state;
      if (state === "doubly escaped") state = "escaped";
    }
  }
  return state;
}

/** Whether an end tag is followed by something that can follow a cell. */
function isFollowedByCell(text: string, index: number): boolean {
  following.lastIndex = index;
  return following.test(text);
}

const following = /<\/script[\t\n\f\r ]*>\s*(?:<script[\t\n\f\r >]|<\/notebook|$)/iy;
