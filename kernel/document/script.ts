/** Where a script's text ends. */
export interface ScriptEnd {
  /** Where the end tag begins, or the end of the text if there is none. */
  readonly end: number;
  readonly closed: boolean;
  /**
   * Whether the script was ended where HTML would not end it: it has a `<!--` and then a `<script`, after which HTML
   * takes an end tag for text and swallows the cells that follow.
   */
  readonly rescued: boolean;
}

export type ScriptState = "text" | "escaped" | "doubly escaped";

/** What changes the state of a script's text, or ends it. */
const marks = /<!--|-->|<(\/?)script(?=[\t\n\f\r />])/gi;

/**
 * Finds the end of a script whose text begins at an offset. The rules are HTML's: `<!--` escapes until `-->`, and in
 * there `<script` escapes doubly until `</script`, which then ends nothing. But an end tag after which another cell
 * follows, or the notebook ends, is an end tag.
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

/** The state in which a script's text leaves HTML, if no end tag in it ends it. */
export function findScriptState(text: string): ScriptState {
  return walkMarks(text, 0, () => false);
}

/** Walks through a script's text until `ends` says, of an end tag met in a state, that it ends the text. */
function walkMarks(text: string, from: number, ends: (state: ScriptState, index: number) => boolean): ScriptState {
  let state: ScriptState = "text";
  marks.lastIndex = from;
  for (let match = marks.exec(text); match; match = marks.exec(text)) {
    const { index, 0: mark, 1: slash } = match;
    if (mark === "<!--") {
      if (state === "text") state = "escaped";
      // The dashes may at once be those of a “-->”.
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

/** Whether after an end tag comes what comes after a cell. */
function isFollowedByCell(text: string, index: number): boolean {
  following.lastIndex = index;
  return following.test(text);
}

const following = /<\/script[\t\n\f\r ]*>\s*(?:<script[\t\n\f\r >]|<\/notebook|$)/iy;
