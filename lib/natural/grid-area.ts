import { messages } from "../message/message.ts";
import { NaturalInputError } from "./estimate.ts";

const texts = messages("natural", {
  notPositiveInteger: {
    en: "{field} is {value}; expected an integer ≥ 1.",
    zh: "{field} 应为正整数，实际为{value}。",
  },
  latitudeOutside: {
    en: "{field} is {value}; expected a number between −90 and 90 degrees.",
    zh: "{field} 应在 −90 与 90 度之间，实际为{value}。",
  },
});

/** Radius of the sphere with the area of the Earth (authalic, GRS 80), m. */
export const EARTH_RADIUS_M = 6_371_007.181;

/** A regular grid of longitude and latitude, rows from one pole to the other (or a band between two latitudes). */
export interface LatLonGrid {
  readonly columns: number;
  readonly rows: number;
  /** Edge of the first row, degrees; default 90. */
  readonly firstLatitude?: number;
  /** Edge after the last row, degrees; default −90. */
  readonly lastLatitude?: number;
  /** Degrees of longitude of a row; default 360. */
  readonly longitudes?: number;
}

/** The area of a cell of each row, m²: R² Δλ |sin φ₁ − sin φ₂|. Exact on the sphere; the rows of a globe sum to 4πR². */
export function cellAreas(grid: LatLonGrid): Float64Array {
  const { columns, rows, firstLatitude = 90, lastLatitude = -90, longitudes = 360 } = grid;
  for (const [field, value] of Object.entries({ columns, rows }))
    if (!(Number.isInteger(value) && value > 0))
      throw new NaturalInputError(field, texts.notPositiveInteger({ field, value }));
  for (const [field, value] of Object.entries({ firstLatitude, lastLatitude }))
    if (!(Math.abs(value) <= 90)) throw new NaturalInputError(field, texts.latitudeOutside({ field, value }));
  const radians = Math.PI / 180;
  const width = (longitudes * radians) / columns;
  const sine = (row: number) => Math.sin((firstLatitude + ((lastLatitude - firstLatitude) * row) / rows) * radians);
  return Float64Array.from(
    { length: rows },
    (_, row) => EARTH_RADIUS_M ** 2 * width * Math.abs(sine(row) - sine(row + 1)),
  );
}
