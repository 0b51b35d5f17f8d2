import { z } from "zod";

/** A calendar year, or the year of a model that begins with 0. Bounded, because loops run from one year to another. */
export const yearIn = z.int().min(-9999).max(9999);
