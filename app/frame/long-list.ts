/** The lists of choices that are too long to be read at a glance. In a form within a form, its owner lays them out. */
export const LONG_LIST = "form:not(form form) > select:has(> option:nth-child(20))";
/** The class of the search that stands below such a list. */
export const SEARCH_CLASS = "select-search";
