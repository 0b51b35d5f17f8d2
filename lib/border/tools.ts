/** What goods carry over the border of the European Union: the carbon border adjustment mechanism. */
export const cbam = {};

/** What exported goods avoid abroad. */
export const avoided = {};
