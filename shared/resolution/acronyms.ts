/**
 * Short names that ITU texts use without writing them out: the Union, its bodies and bureaux, the United Nations
 * and sister organizations, units. One table for all languages, since texts of one cite names of another.
 */
export const knownAcronyms: readonly string[] = [
  ...["ITU", "UIT", "МСЭ", "TSB", "BDT", "БСЭ", "БР", "БРЭ"],
  ...["WTSA", "AMNT", "ВАСЭ", "WTDC", "CMDT", "ВКРЭ", "WRC", "CMR", "ВКР", "WCIT", "CMTI"],
  ...["ONU", "ООН", "UNESCO", "ЮНЕСКО", "ISO", "ИСО", "IEC", "CEI", "МЭК", "IETF", "IEEE", "ETSI", "OMS", "WHO", "ВОЗ"],
  ...["CEPT", "CITEL", "APT", "ATU", "UAT", "RCC", "GSM", "GPS", "USB", "DNS", "HTTP", "HTML", "PDF", "COVID"],
  ...["ICT", "TIC", "ИКТ", "MHZ", "GHZ"],
  ...["ADD", "MOD", "SUP", "NOC", "NOTE"],
];
