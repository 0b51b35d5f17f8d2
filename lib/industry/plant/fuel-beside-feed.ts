import { messages } from "../../message/message.ts";
import { IndustryError } from "../industry-error.ts";
import { heatOfFuel } from "./heat-of-fuel.ts";

const texts = messages("industry.fuelBesideFeed", {
  lessThanFeed: {
    en: "{parameter} is {total} GJ a tonne of product, but the feed alone is {feed}. Give it more gas.",
    zh: "{parameter} 为每吨产品 {total} GJ，而仅原料就需 {feed}。请增加天然气。",
  },
});

/**
 * kg/h of natural gas (methane) to burn, from GJ of feed and fuel together a tonne of product, kg/h of product and kg/h of feed.
 * Throws IndustryError if the feed alone is more.
 */
export function fuelBesideFeed(parameter: string, total: number, product: number, feed: number): number {
  const heat = heatOfFuel("CH4");
  const fuel = (total * product) / heat - feed;
  if (fuel < 0)
    throw new IndustryError(
      `parameters.${parameter}`,
      texts.lessThanFeed({
        parameter,
        total: Number(total.toPrecision(4)),
        feed: Number(((feed * heat) / product).toPrecision(4)),
      }),
    );
  return fuel;
}
