import type { SiteAddress } from "./site-address.ts";
import type { SiteLanguage } from "./words.ts";

/** The picture of a page for where a link to it is shown: its file, and its words. */
export interface PageCard {
  readonly file: string;
  readonly alt: string;
}

/** What the pages of a site have in common. */
export interface SiteFacts {
  readonly title: string;
  readonly address: SiteAddress | null;
  readonly language: SiteLanguage;
  /** Whether the data are files beside the pages. */
  readonly files: "beside" | "within";
}
