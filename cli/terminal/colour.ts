import { control } from "./visible.ts";

/** The colours that the command uses, with their codes of ANSI: on and off. */
const codes = { bold: [1, 22], red: [31, 39], green: [32, 39], yellow: [33, 39], dim: [2, 22] } as const;

export type Paint = { readonly [Colour in keyof typeof codes]: (text: string) => string };

interface Output {
  readonly isTTY?: boolean;
  hasColors?(): boolean;
}

/** Paints text for a stream, or leaves it as it is where the stream shows no colours. */
export function paintFor(stream: Output, environment: NodeJS.ProcessEnv = process.env): Paint {
  const colours = showsColours(stream, environment);
  const entries = Object.entries(codes).map(([name, [on, off]]) => [
    name,
    (text: string) => (colours ? `${control(`\u001b[${on}m`)}${text}${control(`\u001b[${off}m`)}` : text),
  ]);
  return Object.fromEntries(entries);
}

/** As Node decides it: FORCE_COLOR before NO_COLOR, and both before what the terminal says of itself. */
function showsColours(stream: Output, { FORCE_COLOR, NO_COLOR }: NodeJS.ProcessEnv): boolean {
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  if (NO_COLOR) return false;
  return stream.isTTY === true && (stream.hasColors?.() ?? false);
}
