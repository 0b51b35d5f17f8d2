/** What is said while a database is imported. */
export const importEn = {
  "import.looking": "Looking into the files…",
  "import.reading": "Importing, {percent} %: {file}",
  "import.done": "Imported: {tables}. The datasets are in the catalogue when a notebook is opened next.",
  "import.known": "These files were imported on {date} already: {tables}. Nothing was changed.",
  "import.cancelled": "The import was cancelled. Nothing of it was kept.",
  "import.failed": "The import failed. {reason}",
  "import.title": "Import {tables}",
  "import.stressors": "Emissions and other stressors to keep",
  "import.none":
    "The files hold no satellite account. Emissions can be picked together with the table: accounts of its publisher, or a file emissions.csv.",
  "import.filter": "Filter the stressors",
  "import.usual": "Greenhouse gases",
  "import.all": "All that are shown",
  "import.nothing": "None",
  "import.more": "{count} more; filter to see them",
  "import.chosen": "{count} of {all} kept",
  "import.large": "For tables larger than a tab holds",
  "import.regions":
    "Regions to keep, separated by commas; all others become ROW. Or pick region_concordance.csv and sector_concordance.csv together with the table.",
  "import.again": "Import anew, even if these files were imported before",
  "import.start": "Import",
  "import.cancel": "Cancel",
  "import.save": "Save for pymrio",
} as const;
