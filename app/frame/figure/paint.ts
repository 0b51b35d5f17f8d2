/** A colour as SVG writes it everywhere: six digits, and its opacity. */
export interface Paint {
  readonly colour: string;
  readonly opacity: number;
}

const known = new Map<string, Paint>();
let context: CanvasRenderingContext2D | null | undefined;

/**
 * A computed CSS colour, such as `oklab(…)` of a mixture, as sRGB. Other programs do not read CSS's newer notations. Null for
 * `none` and for references to patterns.
 */
export function paintOf(value: string): Paint | null {
  if (value === "none" || value === "" || value.startsWith("url(")) return null;
  const found = known.get(value);
  if (found) return found;
  context ??= Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", {
    willReadFrequently: true,
  });
  if (!context) return null;
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = "#000";
  context.fillStyle = value;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
  const digits = [red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("");
  const paint = { colour: `#${digits}`, opacity: Math.round((alpha / 255) * 1000) / 1000 };
  if (known.size > 2000) known.clear();
  known.set(value, paint);
  return paint;
}
